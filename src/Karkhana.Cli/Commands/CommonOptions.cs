using System.CommandLine;
using System.Globalization;
using Karkhana.Cli.Output;

namespace Karkhana.Cli.Commands;

/// <summary>The options that several commands share, worded once.</summary>
internal static class CommonOptions
{
    public static Option<OutputFormat> Format() => new("--format")
    {
        HelpName = "text|json",
        Description = "text for people, json for programs (then nothing but JSON goes to standard output)",
        DefaultValueFactory = _ => OutputFormat.Text,
    };

    public static Option<int> Workers() => WithRange(new Option<int>("--workers")
    {
        Description = "Number of workers; 0 takes one per processor. Results do not depend on it",
        DefaultValueFactory = _ => 0,
    }, 0, 1024);

    public static Option<int> Replicates() => new("--replicates")
    {
        Description = "Random labellings per industry, at least 19; 0 takes 999 up to 5,000 establishments and 199 above",
        DefaultValueFactory = _ => 0,
    };

    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "No progress, only the result" };

    public static Option<T> WithRange<T>(Option<T> option, int least, int most)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 0)
            {
                return; // the default, which lies in the range
            }

            if (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int value))
            {
                result.AddError($"{option.Name} must be a whole number; it was {result.Tokens[0].Value}.");
                return;
            }

            if (value < least || value > most)
            {
                result.AddError(
                    FormattableString.Invariant($"{option.Name} must lie in [{least}, {most}]; it was {value}."));
            }
        });
        return option;
    }
}
