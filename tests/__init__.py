"""The tests, floor by floor; real parts only: real registers, real servers, real widgets."""
