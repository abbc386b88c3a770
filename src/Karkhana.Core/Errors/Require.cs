using System.Globalization;
using System.Runtime.CompilerServices;

namespace Karkhana.Core.Errors;

/// <summary>Refuses wrong calls, with one wording for all: name, allowed range, what came.</summary>
public static class Require
{
    /// <summary>Returns <paramref name="value"/> when it lies in [<paramref name="least"/>,
    /// <paramref name="most"/>].</summary>
    /// <param name="value">The value to check.</param>
    /// <param name="least">The least allowed value.</param>
    /// <param name="most">The greatest allowed value.</param>
    /// <param name="name">The name used in the message; the calling member unless given.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside the range.</exception>
    public static int Between(int value, int least, int most, [CallerMemberName] string name = "") =>
        value >= least && value <= most ? value : throw OutOfRange(name, value, least, most);

    /// <summary>Returns <paramref name="value"/> when it lies in [<paramref name="least"/>, <paramref name="most"/>];
    /// NaN is refused.</summary>
    /// <param name="value">The value to check.</param>
    /// <param name="least">The least allowed value.</param>
    /// <param name="most">The greatest allowed value.</param>
    /// <param name="name">The name used in the message; the calling member unless given.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside the range or is NaN.</exception>
    public static double Between(double value, double least, double most, [CallerMemberName] string name = "") =>
        value >= least && value <= most ? value : throw OutOfRange(name, value, least, most);

    /// <summary>Returns <paramref name="value"/> when it is finite and greater than zero.</summary>
    /// <param name="value">The value to check.</param>
    /// <param name="name">The name used in the message; the calling member unless given.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and positive.</exception>
    public static double Positive(double value, [CallerMemberName] string name = "") =>
        double.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentOutOfRangeException(name, Text($"{name} must be finite and positive; it was {value}."));

    /// <summary>Returns <paramref name="values"/> when it has at least one element and all are finite.</summary>
    /// <param name="values">The values to check.</param>
    /// <param name="name">The name used in the message; the calling member unless given.</param>
    /// <returns>The values.</returns>
    /// <exception cref="ArgumentException">The list is empty or holds a value that is not finite.</exception>
    public static IReadOnlyList<double> Finite(IReadOnlyList<double> values, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(values, name);
        That(values.Count > 0, name, "must have at least one value; it was empty");
        for (int i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i])) // the words are made only when needed: this runs over millions of values
            {
                That(false, name, Text($"must be finite; value {i + 1} was {values[i]}"));
            }
        }

        return values;
    }

    /// <summary>Refuses the argument <paramref name="name"/> unless <paramref name="condition"/> holds.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="name">The name of the argument.</param>
    /// <param name="rule">The rule and what came, to follow the name: "must …; it was …".</param>
    /// <exception cref="ArgumentException">The condition does not hold.</exception>
    public static void That(bool condition, string name, string rule)
    {
        if (!condition)
        {
            throw new ArgumentException($"{name} {rule}.", name);
        }
    }

    /// <summary>Refuses two lists that should run side by side but differ in length.</summary>
    /// <param name="expected">The length that is wanted.</param>
    /// <param name="actual">The length that came.</param>
    /// <param name="name">The name of the argument.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void SameLength(int expected, int actual, string name) =>
        That(expected == actual, name, Text($"must have {expected} values; it had {actual}"));

    private static ArgumentOutOfRangeException OutOfRange<T>(string name, T value, T least, T most) =>
        new(name, Text($"{name} must lie in [{least}, {most}]; it was {value}."));

    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
