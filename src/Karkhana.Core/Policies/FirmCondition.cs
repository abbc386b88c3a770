using System.Diagnostics.CodeAnalysis;

namespace Karkhana.Core.Policies;

/// <summary>Who may take part in a policy: <c>size &lt; 50 &amp;&amp; AC &lt; median</c>.</summary>
/// <remarks>
/// Comparisons (<c>&lt; &lt;= &gt; &gt;= == !=</c>) between a fact of the firm (<see cref="FirmFacts"/>) and a number, another
/// fact, or a statistic of the fact over all firms whose fact is known: <c>median</c>, <c>mean</c>, <c>p10</c> to
/// <c>p90</c> (quantiles of type 7). They are joined by <c>&amp;&amp;</c> (binds first), <c>||</c>, <c>!</c> and parentheses.
/// A comparison with a fact that is not known for a firm is not met, and neither is its negation: who is not known to be
/// eligible does not take part. The order of the firms does not matter. Two conditions are equal when their texts are.
/// Cost: firms × comparisons, and a sort for each statistic.
/// </remarks>
public sealed record FirmCondition
{
    /// <summary>The longest text that is read.</summary>
    public const int MostCharacters = 1000;

    private readonly ConditionTerm? _term;

    private FirmCondition(string text, ConditionTerm? term)
    {
        Text = text;
        _term = term;
    }

    /// <summary>Gets the condition that every firm meets.</summary>
    public static FirmCondition Everyone { get; } = new(string.Empty, null);

    /// <summary>Gets the condition as it was written; empty for everyone.</summary>
    public string Text { get; }

    /// <summary>Reads a condition.</summary>
    /// <param name="text">The condition; white space alone for everyone.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="FormatException">The text is no condition; the message says where, what was expected and what came.</exception>
    public static FirmCondition Parse(string text) =>
        TryParse(text, out FirmCondition? condition, out ConditionProblem? problem)
            ? condition
            : throw new FormatException(problem.ToString());

    /// <summary>Reads a condition, or says what is wrong with it.</summary>
    /// <param name="text">The condition; white space alone for everyone.</param>
    /// <param name="condition">The condition, when it could be read.</param>
    /// <param name="problem">What is wrong, when it could not.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out FirmCondition? condition, [NotNullWhen(false)] out ConditionProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ConditionParser parser = new(text);
        problem = parser.Read(out ConditionTerm? term);
        condition = problem is null ? term is null ? Everyone : new FirmCondition(text, term) : null;
        return problem is null;
    }

    /// <summary>Says which firms meet the condition.</summary>
    /// <param name="facts">Gives a fact by its name, one number per firm, NaN where it is not known.</param>
    /// <returns>One answer per firm.</returns>
    /// <exception cref="ArgumentException">Two facts have different numbers of firms.</exception>
    public bool[] Evaluate(Func<string, double[]> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (_term is not null)
        {
            return _term.Evaluate(facts);
        }

        bool[] everyone = new bool[facts(FirmFacts.Size).Length];
        Array.Fill(everyone, true);
        return everyone;
    }

    /// <inheritdoc/>
    public bool Equals(FirmCondition? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
