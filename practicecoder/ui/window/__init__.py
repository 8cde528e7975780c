"""Parts of the window: the desk with the open study, its door and lock, menus and status line."""
