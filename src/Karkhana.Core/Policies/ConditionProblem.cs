using System.Globalization;

namespace Karkhana.Core.Policies;

/// <summary>What is wrong with the text of a condition.</summary>
/// <param name="Position">Where, counted from 1.</param>
/// <param name="Expected">What was expected there.</param>
/// <param name="Found">What came.</param>
public sealed record ConditionProblem(int Position, string Expected, string Found)
{
    /// <summary>Gives the problem as one line.</summary>
    /// <returns>Position, expected, found.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"At position {Position}: expected {Expected}, found {Found}.");
}
