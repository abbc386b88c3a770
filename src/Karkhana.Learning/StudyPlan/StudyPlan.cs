using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Learning;

/// <summary>Plans a study on the design of one that was made: how many firms it needs and what it can find.</summary>
public static class StudyPlan
{
    internal const int LeastFirms = 10;

    private const double TolerableNonResponse = 0.2;
    private const string Source =
        "Cochran 1977, Sampling Techniques; Kish 1965, Survey Sampling; Fritz & MacKinnon 2007, doi:10.1111/j.1467-9280.2007.01882.x; Costenbader & Valente 2003, doi:10.1016/S0378-8733(03)00012-1";

    private static readonly string[] Planned = [Constructs.Capability, Constructs.Effort];

    /// <summary>Plans the next study.</summary>
    /// <remarks>
    /// By formula (<see cref="Karkhana.Methods.Econometrics.SampleSize"/>): a share within a margin, of the population that there is; a difference of
    /// clustered and dispersed firms and a mediation by joint significance, with independent firms, with the correlation within places that
    /// the scores of this study show, and with its upper limit, for few places tell little of it. Firms per place: Σm²/Σm. Associations
    /// of true scores shrink in scores measured with error: a difference by √reliability, a path by the √ of the product of the reliabilities of both of its ends
    /// (near, for the second path also changes with what the first leaves). Invited: total over response rate times the share of questions
    /// answered. By simulation on the study's own places and their sizes, and on 2 and 4 times as many: power of the difference
    /// (<see cref="Karkhana.Methods.Econometrics.SimulatedPower"/>) and of the mediation, with the errors clustered by place where there are
    /// 8 or more. Roster: rank correlation of centralities with and without the reports of firms that do not answer, at random or with the most named re-visited.
    /// Assumes that the next study has places and questions like this one. Cost: simulated studies × two small regressions, and × one
    /// betweenness by response rate. Source: framework A.10; Cochran 1977; Kish 1965; Fritz and MacKinnon 2007, doi:10.1111/j.1467-9280.2007.01882.x;
    /// Costenbader and Valente 2003, doi:10.1016/S0378-8733(03)00012-1.
    /// </remarks>
    /// <param name="design">The study.</param>
    /// <param name="options">Level, power, sizes, simulations.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">The study has fewer than 10 firms.</exception>
    public static StudyPlanResult Estimate(
        StudyDesign design, StudyPlanOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        options ??= new StudyPlanOptions();
        int firms = design.Sample.Firms.Count;
        Require.That(firms >= LeastFirms, nameof(design), FormattableString.Invariant(
            $"must have at least {LeastFirms} interviewed firms to take a design from; it has {firms}"));
        LearningVariables variables = new(design.Sample);
        DesignFact[] facts = [.. Planned.Where(variables.HasValues).Select(construct => FactOf(variables, construct)).OfType<DesignFact>()];
        return new StudyPlanResult
        {
            Design = facts,
            Sizes = [.. PlannedSizes.Of(design, facts, options)],
            Simulated = [.. new SimulatedDesigns(design.Sample, facts, options).All(execution, cancellationToken)],
            Roster = design.Network is { NodeCount: >= LeastFirms } network
                ? [.. RosterNonResponse.Estimate(network, options, execution, cancellationToken)] : [],
            Synthetic = design.Synthetic,
            Notes = [.. Notes(design, facts)],
            Provenance = new Provenance(
                "learning.study-plan",
                FormattableString.Invariant($"level = {options.Level}, power = {options.Power}, replicates = {options.Replicates}"),
                Source,
                options.Seed),
        };
    }

    private static DesignFact? FactOf(LearningVariables variables, string construct)
    {
        double[] values = variables.Of(construct);
        int[] known = [.. Enumerable.Range(0, values.Length).Where(firm => !double.IsNaN(values[firm]))];
        int[] sizes = [.. known.GroupBy(firm => variables.Sample.Places[firm]).Select(place => place.Count())];
        double perPlace = known.Length == 0 ? double.NaN : sizes.Sum(size => (double)size * size) / known.Length;
        double reliability = Math.Clamp(variables.ReliabilityOf(construct), 0, 1);
        if (known.Length < LeastFirms || sizes.Length < 2 || sizes.Length == known.Length)
        {
            return known.Length < LeastFirms ? null : new DesignFact(
                construct, known.Length, sizes.Length, perPlace, double.NaN, double.NaN, double.NaN, 1, reliability);
        }

        IntraclusterCorrelationResult found = IntraclusterCorrelation.Estimate(new GroupedValues(
            [.. known.Select(firm => values[firm])], [.. known.Select(firm => variables.Sample.Places[firm])]));
        return new DesignFact(
            construct, known.Length, sizes.Length, perPlace, found.Estimate, found.ConfidenceLow, found.ConfidenceHigh, found.DesignEffect, reliability);
    }

    private static IEnumerable<Note> Notes(StudyDesign design, DesignFact[] facts)
    {
        if (facts.Length == 0)
        {
            yield return new Note("no-scores", Severity.Warning, "The study scores neither capability nor effort: sizes take firms as independent and scores as exact.");
        }

        foreach (DesignFact fact in facts.Where(fact => fact.Places < LearningEquations.LeastPlaces))
        {
            yield return new Note("few-places", Severity.Warning, FormattableString.Invariant(
                $"Only {fact.Places} places: how alike firms of one place are in {fact.Construct} is hardly known. More places help more than more firms per place."));
        }

        if (design.Network is not null && 1 - design.RosterResponse > TolerableNonResponse)
        {
            yield return new Note("roster-non-response", Severity.Warning, FormattableString.Invariant(
                $"{1 - design.RosterResponse:P0} of the firms of the roster did not answer; above 20 % centralities are biased. Re-visit the missing firms that others name most first."));
        }
    }
}
