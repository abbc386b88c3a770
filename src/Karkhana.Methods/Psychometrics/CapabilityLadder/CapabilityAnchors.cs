using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Answers to anchored capability items of one firm.</summary>
/// <param name="Functions">The function of each anchor.</param>
/// <param name="Complexities">The complexity row of each anchor, from 1: in the capability matrix 1 basic, 2 intermediate,
/// 3 advanced.</param>
/// <param name="Scores">The score of each anchor from 0 to 3; NaN is not applicable.</param>
public sealed record CapabilityAnchors(
    IReadOnlyList<string> Functions, IReadOnlyList<int> Complexities, IReadOnlyList<double> Scores)
{
    /// <summary>Gets the score that passes each anchor; NaN takes that of the options. Null when all do.</summary>
    public IReadOnlyList<double>? PassScores { get; init; }

    /// <summary>Reads the input <c>anchors</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The anchors.</returns>
    public static CapabilityAnchors Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable anchors = request.Table("anchors");
        double[] rows = anchors.CompleteNumbers("complexity");
        int wrong = Array.FindIndex(rows, row => !double.IsInteger(row) || row is < 1 or > CapabilityLadderOptions.MostLevels);
        Require.That(wrong < 0, "complexity", FormattableString.Invariant(
            $"must be whole numbers from 1; row {wrong + 1} was {(wrong < 0 ? 0 : rows[wrong])}"));
        return new CapabilityAnchors(
            anchors.Texts("function"), [.. rows.Select(row => (int)row)], anchors.Numbers("score"))
        {
            PassScores = anchors.OptionalNumbers("pass_score"),
        };
    }

    /// <summary>Says whether an applicable anchor is passed.</summary>
    internal bool Passes(int anchor, double passScore)
    {
        double own = PassScores is null ? double.NaN : PassScores[anchor];
        return Scores[anchor] >= (double.IsNaN(own) ? passScore : own);
    }

    /// <summary>Refuses columns of different length, rows beyond the ladder and scores outside the scale.</summary>
    internal void Check(int levels)
    {
        Require.SameLength(Functions.Count, Scores.Count, nameof(Scores));
        Require.SameLength(Functions.Count, Complexities.Count, nameof(Complexities));
        Require.SameLength(Functions.Count, PassScores?.Count ?? Functions.Count, nameof(PassScores));
        int wrong = Enumerable.Range(0, Functions.Count).FirstOrDefault(i => Complexities[i] < 1 || Complexities[i] > levels, -1);
        Require.That(wrong < 0, nameof(Complexities), FormattableString.Invariant(
            $"must be {Rows(levels)}; it was {(wrong < 0 ? 0 : Complexities[wrong])}"));
        CheckScores(Scores, nameof(Scores));
        CheckScores(PassScores ?? [], nameof(PassScores));
    }

    private static void CheckScores(IReadOnlyList<double> scores, string name)
    {
        int wrong = Enumerable.Range(0, scores.Count).FirstOrDefault(i => !double.IsNaN(scores[i]) && scores[i] is not (>= 0 and <= 3), -1);
        Require.That(wrong < 0, name, FormattableString.Invariant(
            $"must lie between 0 and 3; anchor {wrong + 1} had {(wrong < 0 ? 0 : scores[wrong])}"));
    }

    private static string Rows(int levels) => levels == 1
        ? "1"
        : FormattableString.Invariant($"{string.Join(", ", Enumerable.Range(1, levels - 1))} or {levels}");
}
