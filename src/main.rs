//! Arguments → `cli`.

fn main() -> std::process::ExitCode {
    gezi::cli::main()
}
