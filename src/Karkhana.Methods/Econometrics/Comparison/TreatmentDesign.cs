using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The complete units of a comparison.</summary>
/// <param name="Design">Constant and covariates; its outcome is the treatment.</param>
/// <param name="Outcome">The outcome of each unit; empty where it is not needed.</param>
/// <param name="Groups">The cluster of each unit, or null.</param>
/// <param name="SampleRows">How many rows the sample had.</param>
internal sealed record TreatmentDesign(DesignMatrix Design, double[] Outcome, ClusterGroups? Groups, int SampleRows)
{
    private const string TreatmentColumn = "treatment (0/1)";
    private const int FewestUnits = 2;

    public double[] Treatment => Design.Outcome;

    public int Units => Design.Outcome.Length;

    public int[] Treated { get; } = [.. Enumerable.Range(0, Design.Outcome.Length).Where(unit => Design.Outcome[unit] == 1)];

    public int[] Controls { get; } = [.. Enumerable.Range(0, Design.Outcome.Length).Where(unit => Design.Outcome[unit] == 0)];

    /// <summary>Gets the names of the covariates, without the constant.</summary>
    public IReadOnlyList<string> Variables => Design.Terms[1..];

    /// <summary>Gets their columns.</summary>
    public double[][] Covariates => Design.Columns[1..];

    public static TreatmentDesign Of(TreatmentSample sample, ComparisonOptions options, bool needsOutcome)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        RegressionSample covariates = sample.Covariates;
        int rows = covariates.Data.RowCount;
        Require.SameLength(rows, sample.Treatment.Count, "treatment");
        Require.That(options.Terms.Count > 0, "terms", "must name at least one column; it was empty");
        Require.That(covariates.Weights is null, "weights", "are not used by comparisons and must not be given");
        Require.That(covariates.Clusters.Count <= 1, "clusters", FormattableString.Invariant($"must be at most one grouping; there were {covariates.Clusters.Count}"));
        Require.That(!needsOutcome || sample.Outcome is not null, "outcome", "must be given; it was missing");
        CheckTreatment(sample.Treatment);
        double[] known = needsOutcome ? [.. sample.Outcome!] : [.. sample.Treatment];
        Require.SameLength(rows, known.Length, "outcome");
        RegressionSample all = covariates with
        {
            Data = Table.Of("sample", [.. covariates.Data.Columns, Column.Of(TreatmentColumn, sample.Treatment.Zip(known, (value, other) => double.IsNaN(other) ? other : value))]),
        };
        DesignMatrix design = DesignMatrix.Build(
            all, new ModelSpecification { Outcome = TreatmentColumn, Terms = options.Terms, Categorical = options.Categorical });
        double[] outcome = needsOutcome ? [.. design.Rows.Select(row => known[row])] : [];
        Require.That(outcome.All(double.IsFinite), "outcome", "must be finite");
        return new TreatmentDesign(design, outcome, covariates.Clusters.Count == 1 ? SampleClusters.One(covariates, design.Rows) : null, rows).Checked();
    }

    /// <summary>Gives a number per unit, by one rule for treated and one for untreated units.</summary>
    public double[] Weigh(Func<int, double> treated, Func<int, double> control) =>
        [.. Design.Outcome.Select((treatment, unit) => treatment == 1 ? treated(unit) : control(unit))];

    /// <summary>Gives the notes on rows and covariates that were left out.</summary>
    public IEnumerable<Note> Notes() => [.. AliasedTerms.Notes(Design), .. DesignNotes.Dropped(SampleRows - Units, SampleRows)];

    private static void CheckTreatment(IReadOnlyList<double> treatment)
    {
        for (int row = 0; row < treatment.Count; row++)
        {
            if (treatment[row] is not (0 or 1 or double.NaN))
            {
                Require.That(false, "treatment", FormattableString.Invariant($"must be 0 or 1; row {row + 1} was {treatment[row]}"));
            }
        }
    }

    private TreatmentDesign Checked()
    {
        Require.That(Design.Terms.Length > 1, "terms", "must vary among the complete rows; none did");
        Require.That(
            Treated.Length >= FewestUnits && Controls.Length >= FewestUnits, "treatment",
            FormattableString.Invariant($"must hold at least {FewestUnits} treated and {FewestUnits} untreated units among the complete rows; there were {Treated.Length} and {Controls.Length}"));
        return this;
    }
}
