# A thin door to install.py, which holds the logic and works alike on Linux, macOS and Windows.
PYTHON ?= python3

.PHONY: help install run test bench soak trust pictures migration lint lock clean
.DEFAULT_GOAL := help

help install run test bench soak trust pictures migration lint lock clean:
	@$(PYTHON) install.py $@ $(ARGS) $(PEOPLE)

migration: ARGS = "$(NAME)"
