using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>How effort and capability are associated with exposures, other things held equal.</summary>
public static class LearningRegressions
{
    private const string Source =
        "inspired by Caniëls & Romijn 2003, doi:10.1023/A:1027468505311; Rubin 1987, doi:10.1002/9780470316696; Bell & McCaffrey 2002, Survey Methodology 28(2):169-181";

    internal const int LeastPlaces = 8;

    private const int LeastFirms = 30;

    /// <summary>Runs the regressions that the sample allows.</summary>
    /// <remarks>
    /// All by least squares on standardised variables. capability_gap: capability on clustered, among the firms of the next
    /// model. capability_gap_adjusted: the same with absorptive capacity and the controls. effort: effort on one advantage
    /// at a time with absorptive capacity and controls. capability: capability on effort, one advantage at a time, absorptive
    /// capacity and controls; both also hold clustered equal where the sample has both kinds, for else every advantage would
    /// stand for being clustered. One advantage at a time, because exposures are correlated; this is a screening, so p-values over
    /// the advantages of a model are corrected by Benjamini and Hochberg. Measurement error: each regression runs on 20
    /// draws of the true scores given its terms (<see cref="LatentRegression"/>), combined by Rubin's rules. Standard errors:
    /// cr2 by place when the firms used stand in at least 8 places, else hc3. Associations, not effects.
    /// Cost: 2 × advantages × draws small regressions. Source: framework 3.5 (M0 to M2); Rubin 1987,
    /// doi:10.1002/9780470316696; Bell and McCaffrey 2002.
    /// </remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="cancellationToken">Looked at between regressions.</param>
    /// <returns>The coefficients of interest; empty when there are fewer than 30 firms or no scores.</returns>
    public static LearningRegressionsResult Estimate(
        LearningSample sample, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        LearningDesign design = new(sample, byPlace: sample.Places.Distinct().Count() >= LeastPlaces);
        List<LearningEstimate> estimates = [];
        bool both = sample.Clustered.Distinct().Count() == 2;
        Score? capability = sample.Scores.Find("capability");
        Score? effort = sample.Scores.Find("effort");
        if (capability is not null && both)
        {
            Add(
                estimates, "capability_gap", "clustered",
                design.Fit(capability, ["clustered"], alsoKnown: design.ControlNames));
            Add(
                estimates, "capability_gap_adjusted", "clustered",
                design.Fit(capability, ["clustered", .. design.ControlNames]));
        }

        if (effort is not null)
        {
            estimates.AddRange(Screen(design, "effort", effort, null, cancellationToken));
        }

        if (capability is not null && effort is not null)
        {
            Add(
                estimates, "capability", "effort",
                design.Fit(capability, ["effort", .. design.ControlNames], effort));
            estimates.AddRange(Screen(design, "capability", capability, effort, cancellationToken));
        }

        return new LearningRegressionsResult(
            estimates,
            design.ByPlace ? "cluster-robust" : "heteroskedasticity-consistent",
            design.ControlNames,
            sample.Places.Distinct().Count(),
            FewPlacesNotes(design),
            new Provenance("learning.regressions", $"controls = [{string.Join(", ", design.ControlNames)}]", Source));
    }

    private static List<LearningEstimate> Screen(
        LearningDesign design, string model, Score outcome, Score? mediator, CancellationToken cancellationToken)
    {
        List<LearningEstimate> rows = [];
        foreach (Exposure exposure in design.Sample.Exposures.Exposures)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string[] between = mediator is null ? [] : [mediator.Construct];
            IReadOnlyList<string> terms = [exposure.AdvantageId, .. between, .. design.ControlNames, .. design.StatusTerm];
            Add(rows, model, exposure.AdvantageId, design.Fit(outcome, terms, mediator));
        }

        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. rows.Select(row => row.PValue)]);
        return [.. rows.Select((row, i) => row with { AdjustedPValue = adjusted[i] })];
    }

    private static IReadOnlyList<Note> FewPlacesNotes(LearningDesign design) => design.KnownInFewPlaces.Count == 0
        ? []
        : [new Note(
            "few-places",
            Severity.Warning,
            FormattableString.Invariant($"Known in fewer than {LeastPlaces} places, so that the standard errors do not allow for places: {string.Join(", ", design.KnownInFewPlaces)}."))];

    private static void Add(
        List<LearningEstimate> rows, string model, string term, (CoefficientTable Table, int Firms)? fit)
    {
        if (fit is { } found && found.Firms >= LeastFirms && found.Table.Find(term) is int place and >= 0)
        {
            CoefficientTable table = found.Table;
            rows.Add(new LearningEstimate(
                model, term, found.Firms, table.Estimates[place], table.StandardErrors[place], table.PValues[place], double.NaN, table.ConfidenceLow[place], table.ConfidenceHigh[place]));
        }
    }
}
