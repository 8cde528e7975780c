"""PDF reports from frozen inputs that hold only what their reader may see."""
