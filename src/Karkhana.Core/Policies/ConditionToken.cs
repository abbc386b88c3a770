namespace Karkhana.Core.Policies;

/// <summary>A word, number or sign of a condition.</summary>
/// <param name="Position">Where it begins, counted from 1.</param>
/// <param name="Text">What it is; empty at the end of the condition.</param>
internal readonly record struct ConditionToken(int Position, string Text)
{
    public bool IsEnd => Text.Length == 0;

    public bool IsNumber => !IsEnd && (char.IsAsciiDigit(Text[0]) || Text[0] is '.' or '-');

    public bool IsComparison => Text is "<" or "<=" or ">" or ">=" or "==" or "!=";

    public string Found => IsEnd ? "the end" : $"'{Text}'";

    /// <summary>Takes the next token of a text.</summary>
    public static ConditionToken Next(string text, int from)
    {
        int start = from;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return new ConditionToken(start + 1, text.Substring(start, Length(text.AsSpan(start))));
    }

    private static int Length(ReadOnlySpan<char> rest) => rest switch
    {
        [] => 0,
        ['<' or '>' or '=' or '!', '=', ..] or ['&', '&', ..] or ['|', '|', ..] => 2,
        [>= '0' and <= '9' or '.' or '-', ..] => NumberLength(rest),
        [char letter, ..] when char.IsLetter(letter) => WordLength(rest),
        _ => 1,
    };

    private static int WordLength(ReadOnlySpan<char> rest)
    {
        int length = 1;
        while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || rest[length] == '_'))
        {
            length++;
        }

        return length;
    }

    private static int NumberLength(ReadOnlySpan<char> rest)
    {
        int length = 1;
        while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || rest[length] is '.' or ','
            || (rest[length] is '-' or '+' && rest[length - 1] is 'e' or 'E')))
        {
            length++;
        }

        return length;
    }
}
