//! Turns the project's data files into Rust before the crate is compiled, so
//! that a mistake in one fails the build and nothing is parsed in the page.

#[path = "build/site_files/mod.rs"]
mod site_files;
#[path = "build/sites.rs"]
mod sites;
#[path = "build/words.rs"]
mod words;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    sites::generate()?;
    words::generate()?;
    Ok(())
}
