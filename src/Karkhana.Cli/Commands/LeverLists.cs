using System.CommandLine;
using Karkhana.Policy;

namespace Karkhana.Cli.Commands;

/// <summary>The options that name levers to be run together, joined by commas.</summary>
internal static class LeverLists
{
    public static Option<string[]> Pairs() => Of(
        "--pairs", "P01,P04,…", "Levers, joined by commas, of which every two are run together", CombinationDesign.Pairs);

    public static Option<string[]> Factorial() => Of(
        "--factorial", "P01,P04,P08,P13", "Four levers, joined by commas, of which all 16 sets are run", CombinationDesign.Factorial);

    private static Option<string[]> Of(string name, string form, string description, CombinationDesign design) => new(name)
    {
        Arity = ArgumentArity.ExactlyOne, // a list that comes twice is refused, not cut to the first
        HelpName = form,
        Description = description,
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            string[] ids = result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries);
            try
            {
                if (Array.TrueForAll(ids, id => id.Length > 0))
                {
                    return [.. PolicyCombinations.Checked(ids, design, name)];
                }

                result.AddError($"{name} must be ids of levers joined by commas, such as {form.TrimEnd('…', ',')}; it was {result.Tokens[0].Value}.");
            }
            catch (ArgumentException exception)
            {
                result.AddError(exception.Message.Split(" (Parameter '")[0]);
            }

            return [];
        },
    };
}
