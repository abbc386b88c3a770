using Karkhana.Capability;
using Karkhana.Core.Documents;

namespace Karkhana.Diagnosis.Sections;

/// <summary>The sentences on the checks of one scale.</summary>
internal sealed class ScaleSentences(ScaleCheck[] checks, ScaleDifferences? differences)
{
    private const int MostPairs = 3;

    private readonly Dictionary<ScaleCheckKind, ScaleCheck> _made = checks.ToDictionary(check => check.Kind);

    /// <summary>Gives the sentences on reliability, dimensions and direction.</summary>
    public IReadOnlyList<Sentence> Reliability() => Said(
        Alpha(Made(ScaleCheckKind.Alpha)),
        Omega("measurement.omega", Made(ScaleCheckKind.Omega)),
        Omega("measurement.ordinal_omega", Made(ScaleCheckKind.OrdinalOmega)),
        Dimensions(Made(ScaleCheckKind.Dimensions)),
        Items(Made(ScaleCheckKind.ReversedItems), "measurement.reversed", null));

    /// <summary>Gives the sentences on how answers follow the latent model.</summary>
    public IReadOnlyList<Sentence> Fit() => Said(
        Pairs(Made(ScaleCheckKind.DependentPairs)),
        Fit(Made(ScaleCheckKind.ApproximationError), Made(ScaleCheckKind.ResidualCorrelation), Made(ScaleCheckKind.ComparativeFit)),
        Items(Made(ScaleCheckKind.MisfittingItems), "measurement.items_misfit", "measurement.items_fit"),
        Odd(Made(ScaleCheckKind.OddFirms)));

    /// <summary>Gives the sentences on groups of firms and on other measures of the same thing.</summary>
    public IReadOnlyList<Sentence> Comparison() => Said(
        Flagged(),
        Suspected(),
        Impact(Made(ScaleCheckKind.DifferentialImpact)),
        Invariance(Made(ScaleCheckKind.Invariance)),
        Correlation(Made(ScaleCheckKind.MonetisedEffort), "measurement.money_agrees", "measurement.money_disagrees"),
        Correlation(Made(ScaleCheckKind.LadderIndex), "measurement.ladder_agrees", "measurement.ladder_disagrees"));

    /// <summary>Gives a construct as words.</summary>
    public static string Spaced(string construct) => construct.Replace('_', ' ');

    /// <summary>Gives a construct as words that begin a sentence.</summary>
    public static string Capital(string construct) =>
        construct.Length == 0 ? construct : char.ToUpperInvariant(construct[0]) + Spaced(construct)[1..];

    private ScaleCheck? Made(ScaleCheckKind kind) => _made.GetValueOrDefault(kind);

    private static Sentence[] Said(params Sentence?[] sentences) => [.. sentences.OfType<Sentence>()];

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

    private Sentence? Flagged() => differences switch
    {
        null => null,
        { Flagged.Count: > 0 } => Sentence.Of("measurement.differential", ("items", string.Join(", ", differences.Flagged))),
        _ => Sentence.Of("measurement.no_differential", ("clustered", differences.Clustered), ("dispersed", differences.Dispersed)),
    };

    private Sentence? Suspected() => differences is not { Suspected.Count: > 0 } ? null : Sentence.Of(
        "measurement.suspected", ("items", string.Join(", ", differences.Suspected)), ("compared", differences.Items.Count));

    private Sentence? Impact(ScaleCheck? impact) =>
        impact is null || differences is null || differences.Flagged.Count + differences.Suspected.Count == 0 ? null : Sentence.Of(
            impact.Verdict == ScaleVerdict.Met ? "measurement.keep" : "measurement.do_not_keep",
            ("impact", Math.Abs(impact.Estimate)), ("gap", differences.Difference), ("rest", differences.DifferenceWithoutNamed));

    private static Sentence? Invariance(ScaleCheck? check) => check is null ? null : Sentence.Of(
        check.Verdict == ScaleVerdict.Met ? "measurement.invariance" : "measurement.no_invariance");

    private static Sentence? Correlation(ScaleCheck? check, string agrees, string disagrees) => check is null ? null : Sentence.Of(
        check.Verdict == ScaleVerdict.Met ? agrees : disagrees, ("correlation", check.Estimate), ("low", check.ConfLow),
        ("high", check.ConfHigh), ("firms", check.Firms));
}
