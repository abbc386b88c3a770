using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>How effort and capability are associated with exposures, other things held equal.</summary>
public static class LearningRegressions
{
    private const string Source =
        "inspired by Caniëls & Romijn 2003, doi:10.1023/A:1027468505311; Rubin 1987, doi:10.1002/9780470316696; Bell & McCaffrey 2002, Survey Methodology 28(2):169-181";

    private const string Capability = Constructs.Capability;
    private const string Effort = Constructs.Effort;

    /// <summary>Runs the regressions that the sample allows.</summary>
    /// <remarks>
    /// All by least squares on standardised variables. capability_gap: capability on clustered, among the firms of the next
    /// model. capability_gap_adjusted: the same with absorptive capacity and the controls. effort: effort on one advantage
    /// at a time with absorptive capacity and controls. capability: capability on effort, one advantage at a time, absorptive
    /// capacity and controls; both also hold clustered equal where the sample has both kinds, for else every advantage would
    /// stand for being clustered. One advantage at a time, its fellows held equal by their mean exposure, because exposures rise together
    /// (<see cref="EquationOptions.HoldOtherAdvantages"/>); this is a screening, so p-values over
    /// the advantages of a model are corrected by Benjamini and Hochberg. Measurement error and standard errors: as
    /// <see cref="LearningEquations"/>. Associations, not effects. Cost: 2 × advantages equations. Source: framework 3.5 (M0 to M2); Rubin 1987,
    /// doi:10.1002/9780470316696; Bell and McCaffrey 2002.
    /// </remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="options">How the equations are estimated.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Looked at between regressions.</param>
    /// <returns>The coefficients of interest; empty when there are fewer than 30 firms or no scores.</returns>
    public static LearningRegressionsResult Estimate(
        LearningSample sample, EquationOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= new EquationOptions();
        LearningVariables variables = new(sample);
        string[] controls = Controls(variables);
        bool hasCapability = sample.Scores.Find(Capability) is not null;
        bool hasEffort = sample.Scores.Find(Effort) is not null;
        List<LearningFit> fits = [];
        List<LearningEstimate> estimates = [];
        void Add(string model, string outcome, string term, IEnumerable<string> others, IReadOnlyList<string> alsoKnown)
        {
            LearningEquation equation = new(model, outcome, [term, .. others]) { AlsoKnown = alsoKnown, Tested = [term] };
            if (LearningEquations.Estimate(variables, equation, options, execution, cancellationToken) is { } fit
                && Of(fit, term) is { } estimate)
            {
                fits.Add(fit);
                estimates.Add(estimate);
            }
        }

        string[] status = StatusTerm(sample);
        if (hasCapability && status.Length > 0)
        {
            Add("capability_gap", Capability, "clustered", [], controls);
            Add("capability_gap_adjusted", Capability, "clustered", controls, []);
        }

        string[] advantages = [.. sample.Exposures.Exposures.Select(exposure => exposure.AdvantageId)];
        foreach (string advantage in hasEffort ? advantages : [])
        {
            Add(Effort, Effort, advantage, [.. Others(variables, advantage, options), .. controls, .. status], []);
        }

        if (hasCapability && hasEffort)
        {
            Add(Capability, Capability, Effort, controls, []);
            foreach (string advantage in advantages)
            {
                Add(Capability, Capability, advantage, [Effort, .. Others(variables, advantage, options), .. controls, .. status], []);
            }
        }

        return new LearningRegressionsResult(
            Corrected(estimates),
            fits.Count == 0 ? ErrorDependence.Independent : fits.Max(fit => fit.Errors),
            controls,
            sample.Places.Distinct().Count(),
            FewPlacesNotes(fits),
            new Provenance("learning.regressions", $"controls = [{string.Join(", ", controls)}]", Source))
        {
            Equations = fits,
        };
    }

    /// <summary>Gives what is held equal: absorptive capacity and the controls that some firm has.</summary>
    internal static string[] Controls(LearningVariables variables) =>
        [.. variables.Sample.Controls.Keys.Prepend(Constructs.AbsorptiveCapacity).Where(variables.HasValues)];

    /// <summary>Gives the term that holds the other advantages equal, where the options ask for it.</summary>
    internal static string[] Others(LearningVariables variables, string advantage, EquationOptions options) =>
        options.HoldOtherAdvantages ? variables.OthersOf(advantage) : [];

    /// <summary>Gives the term clustered where the sample has both clustered and dispersed firms, else none.</summary>
    internal static string[] StatusTerm(LearningSample sample) => sample.Clustered.Distinct().Count() == 2 ? ["clustered"] : [];

    private static LearningEstimate? Of(LearningFit fit, string term)
    {
        CoefficientTable table = fit.Coefficients;
        int place = table.Find(term);
        return place < 0 ? null : new LearningEstimate(
            fit.Equation.Name, term, fit.Firms.Count, table.Estimates[place], table.StandardErrors[place], table.PValues[place],
            double.NaN, table.ConfidenceLow[place], table.ConfidenceHigh[place])
        {
            WildPValue = fit.WildPValueOf(term),
        };
    }

    // Over the advantages of a model; effort and clustered are terms of interest of their own.
    private static List<LearningEstimate> Corrected(List<LearningEstimate> estimates)
    {
        List<LearningEstimate> corrected = [.. estimates];
        foreach (string model in estimates.Select(row => row.Model).Distinct())
        {
            int[] rows = [.. Enumerable.Range(0, estimates.Count).Where(
                i => estimates[i].Model == model && estimates[i].Term is not ("clustered" or Effort))];
            double[] adjusted = MultipleTesting.BenjaminiHochberg([.. rows.Select(row => estimates[row].JudgedPValue)]);
            for (int i = 0; i < rows.Length; i++)
            {
                corrected[rows[i]] = estimates[rows[i]] with { AdjustedPValue = adjusted[i] };
            }
        }

        return corrected;
    }

    private static IReadOnlyList<Note> FewPlacesNotes(List<LearningFit> fits)
    {
        if (fits.All(fit => fit.Errors != ErrorDependence.WithinPlaces))
        {
            return [];
        }

        SortedSet<string> few = [.. fits.Where(fit => fit.Errors == ErrorDependence.Independent).Select(fit => fit.Equation.Terms[0])];
        return few.Count == 0 ? [] : [new Note(
            "few-places",
            Severity.Warning,
            FormattableString.Invariant($"Known in fewer than {LearningEquations.LeastPlaces} places, so that the standard errors do not allow for places: {string.Join(", ", few)}."))];
    }
}
