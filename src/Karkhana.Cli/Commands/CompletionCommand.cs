using System.CommandLine;

namespace Karkhana.Cli.Commands;

/// <summary><c>karkhana completion</c>: a script that completes words in a shell.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _karkhana() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(karkhana "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _karkhana karkhana
        """;

    private const string Zsh = """
        _karkhana() {
            local -a words_found
            words_found=("${(@f)$(karkhana "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a words_found
            _files
        }
        compdef _karkhana karkhana
        """;

    private const string Fish = """
        complete -c karkhana -a '(karkhana "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
        """;

    public static Command Create()
    {
        Argument<string> shell = new("shell") { HelpName = "shell", Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        Command command = new("completion", "Print a script that completes karkhana's words in a shell: eval \"$(karkhana completion bash)\"") { shell };
        command.SetAction(parsed =>
        {
            Console.Out.WriteLine(parsed.GetRequiredValue(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                _ => Fish,
            });
            return ExitCode.Well;
        });
        return command;
    }
}
