namespace Karkhana.Methods.Concentration;

/// <summary>The different codes of a column in ordinal order, and the position of each row's code.</summary>
/// <param name="Codes">The codes.</param>
/// <param name="Positions">The position of each row's code.</param>
internal sealed record CodeList(string[] Codes, int[] Positions)
{
    public static CodeList Of(IReadOnlyList<string> column)
    {
        string[] codes = [.. column.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> at = new(codes.Length, StringComparer.Ordinal);
        for (int i = 0; i < codes.Length; i++)
        {
            at.Add(codes[i], i);
        }

        return new CodeList(codes, [.. column.Select(code => at[code])]);
    }
}
