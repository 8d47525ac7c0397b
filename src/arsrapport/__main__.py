"""`python -m arsrapport`."""

from arsrapport.cli.main import run

if __name__ == "__main__":
    run()
