using System.CommandLine;
using System.CommandLine.Parsing;

namespace Karkhana.Cli.Output;

/// <summary>What is wrong with a call, in words of those who typed it: no type of ours is named.</summary>
internal static class CallProblems
{
    public static IReadOnlyList<string> Of(ParseResult parsed) => [.. parsed.Errors.Select(Words).Distinct(StringComparer.Ordinal)];

    // The parser tells values that it cannot read by the type that it wanted.
    private static string Words(ParseError error)
    {
        bool namesType = error.Message.Contains("as expected type", StringComparison.Ordinal);
        return (namesType, error.SymbolResult) switch
        {
            (true, OptionResult option) => $"{option.Option.Name} must be {Kind(option.Option.ValueType)}; it was {Values(option.Tokens)}.",
            (true, ArgumentResult { Parent: OptionResult option }) => $"{option.Option.Name} must be {Kind(option.Option.ValueType)}; it was {Values(option.Tokens)}.",
            (true, ArgumentResult argument) => $"{argument.Argument.Name} must be {Kind(argument.Argument.ValueType)}; it was {Values(argument.Tokens)}.",
            _ => error.Message,
        };
    }

    private static string Values(IReadOnlyList<Token> tokens) => string.Join(" ", tokens.Select(token => token.Value));

    private static string Kind(Type type)
    {
        Type value = Nullable.GetUnderlyingType(type) ?? type;
        return value.IsEnum ? string.Join(" or ", Enum.GetNames(value).Select(name => name.ToLowerInvariant()))
            : value == typeof(double) ? "a number"
            : value == typeof(int) || value == typeof(long) ? "a whole number"
            : value == typeof(ulong) ? "a whole number from 0 on"
            : value == typeof(bool) ? "true or false"
            : "something else";
    }
}
