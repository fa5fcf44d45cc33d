"""Programmes, residents employed and indicators: what a project lead notes outside of campaigns."""
