using Karkhana.Capability;
using Karkhana.Core.Documents;

namespace Karkhana.Diagnosis.Sections;

/// <summary>The sentences on the checks of one scale.</summary>
internal static class ScaleSentences
{
    private const int MostPairs = 3;

    /// <summary>Gives the sentences on the checks that could be made.</summary>
    public static IEnumerable<Sentence> Of(ScaleCheck[] checks, ScaleDifferences? differences)
    {
        Dictionary<ScaleCheckKind, ScaleCheck> made = checks.ToDictionary(check => check.Kind);
        ScaleCheck? Made(ScaleCheckKind kind) => made.GetValueOrDefault(kind);
        return new Sentence?[]
        {
            Alpha(Made(ScaleCheckKind.Alpha)),
            Omega("measurement.omega", Made(ScaleCheckKind.Omega)),
            Omega("measurement.ordinal_omega", Made(ScaleCheckKind.OrdinalOmega)),
            Dimensions(Made(ScaleCheckKind.Dimensions)),
            Items(Made(ScaleCheckKind.ReversedItems), "measurement.reversed", null),
            Pairs(Made(ScaleCheckKind.DependentPairs)),
            Fit(Made(ScaleCheckKind.ApproximationError), Made(ScaleCheckKind.ResidualCorrelation), Made(ScaleCheckKind.ComparativeFit)),
            Items(Made(ScaleCheckKind.MisfittingItems), "measurement.items_misfit", "measurement.items_fit"),
            Odd(Made(ScaleCheckKind.OddFirms)),
            Flagged(differences),
            Suspected(differences),
            Impact(Made(ScaleCheckKind.DifferentialImpact), differences),
            Invariance(Made(ScaleCheckKind.Invariance)),
            Correlation(Made(ScaleCheckKind.MonetisedEffort), "measurement.money_agrees", "measurement.money_disagrees"),
            Correlation(Made(ScaleCheckKind.LadderIndex), "measurement.ladder_agrees", "measurement.ladder_disagrees"),
        }.OfType<Sentence>();
    }

    /// <summary>Gives a construct as words.</summary>
    public static string Spaced(string construct) => construct.Replace('_', ' ');

    /// <summary>Gives a construct as words that begin a sentence.</summary>
    public static string Capital(string construct) =>
        construct.Length == 0 ? construct : char.ToUpperInvariant(construct[0]) + Spaced(construct)[1..];

    private static Sentence? Alpha(ScaleCheck? check) => check is null ? null : Sentence.Of(
        "measurement.alpha", ("construct", Capital(check.Construct)), ("alpha", check.Estimate), ("low", check.ConfLow),
        ("high", check.ConfHigh), ("firms", check.Firms));

    private static Sentence? Omega(string key, ScaleCheck? check) => check is null ? null : Sentence.Of(key, ("omega", check.Estimate));

    private static Sentence? Dimensions(ScaleCheck? check) => check?.Estimate switch
    {
        null => null,
        0 => Sentence.Of("measurement.no_dimension"),
        1 => Sentence.Of("measurement.one_dimension"),
        double several => Sentence.Of("measurement.more_dimensions", ("dimensions", several)),
    };

    private static Sentence? Items(ScaleCheck? check, string some, string? none) => check switch
    {
        null => null,
        { Items.Count: > 0 } => Sentence.Of(some, ("items", string.Join(", ", check.Items))),
        _ => none is null ? null : Sentence.Of(none),
    };

    private static Sentence? Pairs(ScaleCheck? check) => check switch
    {
        null => null,
        { Items.Count: 1 } => Sentence.Of("measurement.dependent_pair", ("pair", check.Items[0])),
        { Items.Count: > 1 } => Sentence.Of(
            "measurement.dependent_pairs", ("pairs", check.Items.Count), ("most", string.Join(", ", check.Items.Take(MostPairs)))),
        _ => Sentence.Of("measurement.independent"),
    };

    private static Sentence? Fit(ScaleCheck? error, ScaleCheck? residual, ScaleCheck? comparative) =>
        error is null || residual is null || comparative is null ? null : Sentence.Of(
            new[] { error, residual, comparative }.All(check => check.Verdict == ScaleVerdict.Met)
                ? "measurement.model_fits"
                : "measurement.model_does_not_fit",
            ("rmsea", error.Estimate), ("srmsr", residual.Estimate), ("cfi", comparative.Estimate));

    private static Sentence? Odd(ScaleCheck? check) =>
        check is null ? null : Sentence.Of("measurement.odd_firms", ("share", check.Estimate), ("firms", check.Firms));

    private static Sentence? Flagged(ScaleDifferences? differences) => differences switch
    {
        null => null,
        { Flagged.Count: > 0 } => Sentence.Of("measurement.differential", ("items", string.Join(", ", differences.Flagged))),
        _ => Sentence.Of("measurement.no_differential", ("clustered", differences.Clustered), ("dispersed", differences.Dispersed)),
    };

    private static Sentence? Suspected(ScaleDifferences? differences) => differences is not { Suspected.Count: > 0 } ? null : Sentence.Of(
        "measurement.suspected", ("items", string.Join(", ", differences.Suspected)), ("compared", differences.Items.Count));

    private static Sentence? Impact(ScaleCheck? impact, ScaleDifferences? differences) =>
        impact is null || differences is null || differences.Flagged.Count + differences.Suspected.Count == 0 ? null : Sentence.Of(
            impact.Verdict == ScaleVerdict.Met ? "measurement.keep" : "measurement.do_not_keep",
            ("impact", Math.Abs(impact.Estimate)), ("gap", differences.Difference), ("rest", differences.DifferenceWithoutNamed));

    private static Sentence? Invariance(ScaleCheck? check) => check is null ? null : Sentence.Of(
        check.Verdict == ScaleVerdict.Met ? "measurement.invariance" : "measurement.no_invariance");

    private static Sentence? Correlation(ScaleCheck? check, string agrees, string disagrees) => check is null ? null : Sentence.Of(
        check.Verdict == ScaleVerdict.Met ? agrees : disagrees, ("correlation", check.Estimate), ("firms", check.Firms));
}
