using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>How growth and entry of firms are associated with the employment around them.</summary>
public static class ClusterGrowth
{
    private const string Source = "Swann, Prevezer & Stout 1998, The Dynamics of Industrial Clustering, Oxford University Press; Baptista & Swann 1999, doi:10.1007/s001910050088";

    /// <summary>Estimates the growth and the entry model.</summary>
    /// <remarks>
    /// Growth: ln workers_it = firm effect + period effect + φ1 ln own + φ2 ln other + controls, least squares. Entry:
    /// E count = exp(industry effect + period effect + κ1 ln own + κ2 ln other + controls), Poisson, which needs
    /// only the mean to be right. Errors clustered by place. Own employment must leave the firm itself out, else growth
    /// explains itself. A row with no own or other employment has its own 0/1 term in place of the logarithm. Associations:
    /// firms choose places, and places differ in more than employment. Cost: one regression each with absorbed effects.
    /// Source: Swann, Prevezer and Stout 1998; Baptista and Swann 1999, doi:10.1007/s001910050088; framework 3.5 (M8).
    /// </remarks>
    /// <param name="growth">Firms by period; null leaves the growth model out.</param>
    /// <param name="entry">Industries by place and period; null leaves the entry model out.</param>
    /// <param name="execution">Workers; they share the terms.</param>
    /// <param name="cancellationToken">Looked at between terms.</param>
    /// <returns>The estimates.</returns>
    /// <exception cref="ArgumentException">Columns differ in length, amounts are below 0, or both models are left out.</exception>
    public static ClusterGrowthResult Estimate(
        ClusterGrowthRows? growth, ClusterGrowthRows? entry, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        Require.That(growth is not null || entry is not null, nameof(growth), "must be given unless entry is; both were missing");
        List<Note> notes = [];
        (CoefficientTable? grown, int grownRows) = growth is null ? (null, 0) : Growth(growth, notes, execution, cancellationToken);
        (CoefficientTable? entered, int enteredRows) = entry is null ? (null, 0) : Entry(entry, notes, execution, cancellationToken);
        return new ClusterGrowthResult
        {
            Growth = grown,
            GrowthRows = grownRows,
            Entry = entered,
            EntryRows = enteredRows,
            Notes = notes,
            Provenance = new Provenance("learning.cluster-growth", "", Source),
        };
    }

    private static (CoefficientTable Table, int Rows) Growth(
        ClusterGrowthRows rows, List<Note> notes, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        int without = rows.Outcome.ToList().FindIndex(workers => workers <= 0);
        Require.That(without < 0, nameof(rows.Outcome), FormattableString.Invariant(
            $"must be above 0 in the growth model; row {without + 1} had {(without < 0 ? 0 : rows.Outcome[without])}"));
        (RegressionSample sample, ModelSpecification model) = Sample(rows, "ln_workers", [.. rows.Outcome.Select(workers => Math.Log(workers))]);
        FixedEffectsRegressionResult result = FixedEffectsRegression.Estimate(
            sample, new FixedEffectsRegressionOptions { Model = model, Covariance = FixedEffectsCovariance.Cluster }, execution, cancellationToken);
        notes.AddRange(result.Notes);
        return (result.Coefficients, result.Rows.Count);
    }

    private static (CoefficientTable Table, int Rows) Entry(
        ClusterGrowthRows rows, List<Note> notes, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        (RegressionSample sample, ModelSpecification model) = Sample(rows, "entries", rows.Outcome);
        PoissonRegressionResult result = PoissonRegression.Estimate(
            sample, new PoissonRegressionOptions { Model = model, Covariance = PoissonCovariance.Cluster }, execution, cancellationToken);
        notes.AddRange(result.Notes);
        return (result.Coefficients, result.Rows.Count);
    }

    private static (RegressionSample Sample, ModelSpecification Model) Sample(ClusterGrowthRows rows, string name, IReadOnlyList<double> outcome)
    {
        Require.SameLength(rows.Outcome.Count, rows.Units.Count, nameof(rows.Units));
        Require.SameLength(rows.Outcome.Count, rows.Places.Count, nameof(rows.Places));
        Require.SameLength(rows.Outcome.Count, rows.Periods.Count, nameof(rows.Periods));
        LogTerms terms = new();
        terms.Add("own", rows.Own);
        terms.Add("other", rows.Other);
        terms.Columns.AddRange(rows.Controls.OrderBy(control => control.Key, StringComparer.Ordinal).Select(control => Column.Of(control.Key, control.Value)));
        RegressionSample sample = new(Table.Of("rows", [Column.Of(name, outcome), .. terms.Columns]))
        {
            Absorb =
            [
                Grouping.Of(rows.Units),
                Grouping.Of([.. rows.Periods.Select(period => double.IsNaN(period) ? null : FormattableString.Invariant($"{period}"))]),
            ],
            Clusters = [rows.Places],
        };
        return (sample, new ModelSpecification { Outcome = name, Terms = terms.Names });
    }
}
