using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>What a study with these firms, towns and terms can find.</summary>
public static class SimulatedPower
{
    internal const string Source =
        "Arnold, Hogan, Colford & Hubbard 2011, doi:10.1186/1471-2288-11-94; Bloom 1995, doi:10.1177/0193841X9501900504; Cameron & Miller 2015, doi:10.3368/jhr.50.2.317";

    private const double Tolerated = 1.5; // times the false positives that a test promises
    private const string Outcome = "simulated outcome";

    /// <summary>Simulates the study with its own rows, clusters and terms.</summary>
    /// <remarks>
    /// Outcomes y = βx + √ρ u_g + √(1 − ρ) e, u and e standard normal, on the design as it is; each study is estimated by
    /// least squares on constant and terms and tested as the real one would be: cluster-robust with G − 1 degrees of freedom,
    /// or classical without clusters. β moves the estimate and nothing else, so that one set of draws serves all
    /// coefficients. False positives: the share found with β = 0. Least coefficient: the smallest β &gt; 0 at which the share
    /// of studies whose estimate lies significantly above 0 reaches the power. Limits of power are Wilson's: of the
    /// simulation, not of the study. Assumes normal outcomes, one ρ for all clusters and no association of x with u.
    /// Cost: studies × rows × terms. Draws are addressed by study: the same bits for any number of workers.
    /// Source: Arnold, Hogan, Colford and Hubbard 2011, doi:10.1186/1471-2288-11-94 (simulation on the design); Bloom 1995,
    /// doi:10.1177/0193841X9501900504 (least coefficient); Cameron and Miller 2015, doi:10.3368/jhr.50.2.317 (few clusters).
    /// </remarks>
    /// <param name="sample">The rows of the study; no outcome is needed. At most one grouping.</param>
    /// <param name="options">Terms, coefficients, correlation, studies.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>Power by coefficient.</returns>
    /// <exception cref="ArgumentException">The exposure is no term or determined by the others, or there is one
    /// cluster.</exception>
    public static SimulatedPowerResult Estimate(
        RegressionSample sample, SimulatedPowerOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        Require.That(sample.Clusters.Count <= 1, nameof(sample.Clusters), FormattableString.Invariant(
            $"must be at most one grouping; there were {sample.Clusters.Count}"));
        LeastSquaresFit design = Design(sample, options);
        int term = Array.IndexOf(design.Design.Terms, options.Exposure);
        Require.That(term >= 0, nameof(options.Exposure), $"must be a term that the others do not determine; the terms are {string.Join(", ", design.Design.Terms)}");
        ClusterGroups? groups = sample.Clusters.Count == 0 ? null : ClusterGroups.Of(sample.Clusters[0], design.Design.Rows);
        Require.That(groups is null or { Count: > 1 }, nameof(sample.Clusters), "must have at least two clusters among the complete rows");
        ReplicateRows studies = ReplicateEngine.Local.Execute(
            new SimulatedStudies(design, term, groups, options), execution, cancellationToken);
        double degrees = groups is null ? design.Rows - design.TermCount : groups.Count - 1;
        double bound = StudentT.Quantile((1 + options.Level) / 2, degrees);
        double z = NormalQuantiles.TwoSided95;
        double[] power = [.. options.Effects.Select(effect => ShareFound(studies, effect, bound))];
        double falsePositives = ShareFound(studies, 0, bound);
        return new SimulatedPowerResult
        {
            Effects = options.Effects,
            Power = power,
            ConfidenceLow = [.. power.Select(share => WilsonInterval.Of(share, studies.Count, z).Low)],
            ConfidenceHigh = [.. power.Select(share => WilsonInterval.Of(share, studies.Count, z).High)],
            FalsePositives = falsePositives,
            LeastEffect = LeastEffect(studies, bound, options.Power),
            Observations = design.Rows,
            Clusters = groups?.Count ?? 0,
            Notes = [.. DesignNotes.Dropped(design.Design.DroppedRows, sample.Data.RowCount), .. AliasedTerms.Notes(design.Design), .. Notes(falsePositives, studies.Count, options)],
            Provenance = new Provenance(
                "econometrics.simulated-power",
                FormattableString.Invariant(
                    $"exposure = {options.Exposure}, terms = [{string.Join(", ", options.Terms)}], effects = [{string.Join(", ", options.Effects)}], intracluster_correlation = {options.IntraclusterCorrelation}, correction = {options.Correction}, level = {options.Level}, power = {options.Power}, replicates = {options.Replicates}"),
                Source,
                options.Seed),
        };
    }

    private static LeastSquaresFit Design(RegressionSample sample, SimulatedPowerOptions options)
    {
        Require.That(options.Terms.Contains(options.Exposure), nameof(options.Exposure), $"must be one of the terms {string.Join(", ", options.Terms)}; it was {options.Exposure}");
        Table data = Table.Of(sample.Data.Name, [.. sample.Data.Columns, Column.Of(Outcome, new double[sample.Data.RowCount])]);
        return LeastSquaresFit.Fit(DesignMatrix.Build(
            sample with { Data = data },
            new ModelSpecification { Outcome = Outcome, Terms = options.Terms, Categorical = options.Categorical }));
    }

    private static double ShareFound(ReplicateRows studies, double effect, double bound)
    {
        int found = 0;
        for (int study = 0; study < studies.Count; study++)
        {
            ReadOnlySpan<double> drawn = studies.Row(study);
            found += Math.Abs(drawn[0] + effect) > bound * drawn[1] ? 1 : 0;
        }

        return found / (double)studies.Count;
    }

    private static double LeastEffect(ReplicateRows studies, double bound, double power)
    {
        double[] needed = [.. Enumerable.Range(0, studies.Count).Select(study => (bound * studies.Row(study)[1]) - studies.Row(study)[0]).Order()];
        return needed[(int)Math.Ceiling(power * needed.Length) - 1];
    }

    private static IEnumerable<Note> Notes(double falsePositives, int studies, SimulatedPowerOptions options)
    {
        double promised = 1 - options.Level;
        if (WilsonInterval.Of(falsePositives, studies, NormalQuantiles.TwoSided95).Low > Tolerated * promised)
        {
            yield return new Note("false-positives", Severity.Warning, FormattableString.Invariant(
                $"With this design the test finds an association that is not there in {falsePositives:P1} of the studies, more than the {promised:P1} it promises: do not read its power. Use cr2 or cr3, or take more clusters."));
        }
    }
}
