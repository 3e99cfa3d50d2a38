"""Questions of learners to the office: asked, shown to it, answered, and told."""
