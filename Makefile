# A thin door to install.py, which holds the logic and works alike on Linux, macOS and Windows.
PYTHON ?= python3

.PHONY: install run test soak lint lock clean

install run test soak lint lock clean:
	@$(PYTHON) install.py $@ $(ARGS)
