using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Under which inputs outcomes of interest are frequent: the patient rule induction method (PRIM).</summary>
public static class PatientRuleInduction
{
    internal const string Source =
        "Friedman & Fisher 1999, doi:10.1023/A:1008894516817; Bryant & Lempert 2010, doi:10.1016/j.techfore.2009.08.002; Kwakkel & Jaxa-Rozen 2016, doi:10.1016/j.envsoft.2015.11.020";

    private const int LeastCases = 10;

    /// <summary>Finds a box.</summary>
    /// <remarks>
    /// From all cases on, the slice whose loss leaves the greatest density is peeled off: of each input of numbers the lowest or
    /// the highest share α of the cases in the box (ties go together, so that a slice may be smaller, or larger where the end of
    /// the box is one value), of each input of categories one category; until a box would hold less than the least mass.
    /// Coverage: share of the cases of interest in the box; density: share of the cases in it that are of interest. The chosen
    /// box grows again at its limits, a share α at a time, while its density rises. Quasi-p of a limit: P(Binomial(cases in the
    /// box, density without the limit) ≥ cases of interest in it); the search chose the limit, so that it is no test.
    /// The search is repeated in bootstrap samples (with a step that was asked for, the box of nearest coverage is taken): the
    /// share that restricts each input, and density and coverage among the cases that the sample left out, which the search did not see. Assumes cases that cover the
    /// inputs evenly: density is a share of cases, no probability. Missing values are refused.
    /// Cost: k n log n + k n/α, times the samples.
    /// Source: Friedman and Fisher 1999, doi:10.1023/A:1008894516817, sections 8 to 12; Bryant and Lempert 2010,
    /// doi:10.1016/j.techfore.2009.08.002; gain per mass: Kwakkel and Jaxa-Rozen 2016, doi:10.1016/j.envsoft.2015.11.020.
    /// Agrees with: a twin written from the definitions, exactly.
    /// </remarks>
    /// <param name="sample">The cases.</param>
    /// <param name="options">Threshold, peeling, choice, samples.</param>
    /// <param name="execution">Workers and progress of the samples.</param>
    /// <param name="cancellationToken">Looked at between steps and samples.</param>
    /// <returns>The trajectory and the chosen box.</returns>
    /// <exception cref="ArgumentException">A missing value, too few cases, or cases of one kind only.</exception>
    public static PatientRuleInductionResult Estimate(
        CaseSample sample,
        PatientRuleInductionOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= new PatientRuleInductionOptions();
        CaseColumn[] columns = sample.Checked(LeastCases);
        bool[] interesting = sample.Interesting(options.Threshold, options.Side);
        List<PeelStep> steps = Peeling.Trajectory(columns, interesting, options, cancellationToken);
        int all = steps[0].Hits;
        int chosen = BoxChoice.Of(steps, options.Step);
        PeelStep box = options.Paste ? Pasting.Grow(steps[chosen], columns, interesting, options.PeelAlpha) : steps[chosen];
        BoxReproduction again = BoxReproduction.Of(
            columns, interesting, (double)steps[chosen].Hits / all, options, execution, cancellationToken);
        (double low, double high) = WilsonInterval.Of(box.Density, box.Mass, DistributionQuantiles.TwoSidedNormal(options.Level));
        return new PatientRuleInductionResult
        {
            Masses = [.. steps.Select(step => (double)step.Mass / interesting.Length)],
            Coverages = [.. steps.Select(step => (double)step.Hits / all)],
            Densities = [.. steps.Select(step => step.Density)],
            RestrictedInputs = [.. steps.Select(step => step.Box.Restricted())],
            ChosenStep = chosen,
            Limits = [.. columns.Select((_, input) => LimitOf(box, columns, interesting, input, again.Restricted[input]))],
            Mass = (double)box.Mass / interesting.Length,
            Coverage = (double)box.Hits / all,
            Density = (box.Density, low, high),
            DensityOutside = again.Density,
            CoverageOutside = again.Coverage,
            Inside = [.. interesting.Select((_, row) => box.Box.Holds(columns, row))],
            Notes = [.. Notes(steps[chosen], options)],
            Provenance = new Provenance("experiments.patient-rule-induction", Text(options), Source, options.Resamples > 0 ? options.Seed : null),
        };
    }

    private static BoxLimit LimitOf(PeelStep box, CaseColumn[] columns, bool[] interesting, int input, double restrictedShare)
    {
        CaseBox limits = box.Box;
        CaseColumn column = columns[input];
        double Without(bool restricts, CaseBox wider) =>
            restricts ? QuasiPValue.Of(box, wider.Count(columns, interesting)) : double.NaN;
        return new BoxLimit(
            column.Name,
            column.IsCategorical ? double.NaN : limits.RestrictsLow(input) ? limits.Low[input] : column.Values.Min(),
            column.IsCategorical ? double.NaN : limits.RestrictsHigh(input) ? limits.High[input] : column.Values.Max(),
            [.. column.Categories.Where((_, category) => !limits.Dropped[input][category])],
            Without(limits.RestrictsLow(input), limits.WithLow(input, double.NegativeInfinity)),
            Without(limits.RestrictsHigh(input), limits.WithHigh(input, double.PositiveInfinity)),
            limits.Restricts(input) ? QuasiPValue.Of(box, limits.Count(columns, interesting, input)) : double.NaN,
            restrictedShare);
    }

    private static IEnumerable<Note> Notes(PeelStep chosen, PatientRuleInductionOptions options)
    {
        yield return new Note("found-by-search", Severity.Information,
            "The box was sought on the cases that its coverage and density count, which flatters both"
            + (options.Resamples > 0 ? "; density and coverage of unseen cases do not." : ". Repeat the search in bootstrap samples to see by how much."));
        if (chosen.Box.Restricted() == 0)
        {
            yield return new Note("no-box", Severity.Warning, "The chosen box holds all cases: no box does better on coverage and density together.");
        }
    }

    private static string Text(PatientRuleInductionOptions options) => FormattableString.Invariant(
        $"threshold = {options.Threshold}, side = {options.Side}, peel_alpha = {options.PeelAlpha}, paste = {options.Paste}, least_mass = {options.LeastMass}, objective = {options.Objective}, step = {options.Step}, resamples = {options.Resamples}, level = {options.Level}");
}
