using Karkhana.Core.Errors;

namespace Karkhana.Methods.Concentration;

/// <summary>Refuses columns of numbers that an index cannot take.</summary>
internal static class UnitValues
{
    /// <summary>Refuses an empty list, and values that are negative or missing.</summary>
    public static void NotNegative(IReadOnlyList<double> values, string name) =>
        Check(values, name, value => value >= 0, "zero or greater");

    /// <summary>Refuses an empty list, and values that are not above zero or missing.</summary>
    public static void Positive(IReadOnlyList<double> values, string name) =>
        Check(values, name, value => value > 0, "greater than zero");

    /// <summary>Refuses codes that come twice.</summary>
    public static void Different(IReadOnlyList<string> codes, string name)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string code in codes)
        {
            Require.That(seen.Add(code), name, $"must list each code once; {code} came twice");
        }
    }

    private static void Check(IReadOnlyList<double> values, string name, Func<double, bool> allowed, string range)
    {
        Require.Finite(values, name);
        for (int i = 0; i < values.Count; i++)
        {
            if (!allowed(values[i]))
            {
                Require.That(false, name, FormattableString.Invariant($"must be {range}; value {i + 1} was {values[i]}"));
            }
        }
    }
}
