using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Methods.Econometrics;

/// <summary>The numbers of a model with instruments.</summary>
/// <remarks>Regressors: the exogenous ones, then the endogenous; instruments: the exogenous ones, then the excluded.
/// Columns that those before them determine are left out of both.</remarks>
internal sealed class TwoStageDesign
{
    private TwoStageDesign(DesignMatrix regressors, DesignMatrix instruments, int exogenous, TwoStageRows rows)
    {
        Regressors = regressors;
        Instruments = instruments;
        ExogenousCount = exogenous;
        Rows = rows;
    }

    /// <summary>Gets the true regressors, the first <see cref="ExogenousCount"/> of them exogenous.</summary>
    public DesignMatrix Regressors { get; }

    /// <summary>Gets the instruments, the first <see cref="ExogenousCount"/> of them regressors.</summary>
    public DesignMatrix Instruments { get; }

    public int ExogenousCount { get; }

    public int EndogenousCount => Regressors.Columns.Length - ExogenousCount;

    public int ExcludedCount => Instruments.Columns.Length - ExogenousCount;

    /// <summary>Gets the parameters that were partialled out before; they count in degrees of freedom.</summary>
    public int Absorbed => Rows.Sets?.Parameters ?? 0;

    /// <summary>Gets the rows that both stages use.</summary>
    public TwoStageRows Rows { get; }

    /// <summary>Gets the degrees of freedom of the residuals.</summary>
    public int ErrorDegrees => Regressors.Rows.Length - Regressors.Columns.Length - Absorbed;

    /// <summary>Reads the numbers of a model, and takes the absorbed effects out of all columns.</summary>
    public static TwoStageDesign Build(
        RegressionSample sample, TwoStageSpecification model, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(model);
        RegressionSample absorbing = sample.Absorbing(model.Absorb);
        foreach (Grouping set in absorbing.Absorb)
        {
            set.Check(sample.Data.RowCount, nameof(sample.Absorb));
        }

        (TermColumns exogenous, TermColumns endogenous, TermColumns excluded) = Expand(
            sample, model, model.Intercept && absorbing.Absorb.Count == 0);
        ModelColumns all = ModelColumns.Of(
            exogenous.With(endogenous).With(excluded),
            [.. sample.Data.Numbers(model.Outcome)],
            sample.Weights is null ? ModelColumns.Ones(sample.Data.RowCount) : [.. sample.Weights],
            model.Outcome);
        Require.SameLength(sample.Data.RowCount, all.Weights.Length, nameof(sample.Weights));
        FixedEffectRows rows = FixedEffectRows.Select(all.Complete(), absorbing.Absorb, dropSingletons: true);
        Require.That(rows.Rows.Length > 0, model.Outcome, "must have a row that is complete and not alone in a group; there was none");
        FixedEffectSets? sets = absorbing.Absorb.Count == 0 ? null : FixedEffectSets.Sort(absorbing.Absorb, rows.Rows);
        ModelColumns used = all.At(rows.Rows);
        TermColumns terms = sets is null ? used.Terms : TakeOut(sets, used, execution, cancellationToken);
        int[] Positions(int first, int count) => [.. Enumerable.Range(first, count)];
        return Of(
            terms.Pick(Positions(0, exogenous.Count)),
            terms.Pick(Positions(exogenous.Count, endogenous.Count)),
            terms.Pick(Positions(exogenous.Count + endogenous.Count, excluded.Count)),
            new TwoStageRows(rows.Rows, used.Outcome, used.Weights, rows.Incomplete) { Sets = sets, Singletons = rows.Singletons });
    }

    /// <summary>Makes a design of columns that are complete.</summary>
    public static TwoStageDesign Of(
        TermColumns exogenous, TermColumns endogenous, TermColumns excluded, TwoStageRows rows)
    {
        int absorbed = rows.Sets?.Parameters ?? 0;
        Require.That(endogenous.Count > 0, nameof(TwoStageSpecification.Endogenous), "must name a regressor");
        Require.That(excluded.Count > 0, nameof(TwoStageSpecification.Instruments), "must name an instrument");
        DesignMatrix regressors = rows.Design(exogenous.With(endogenous));
        DesignMatrix instruments = rows.Design(exogenous.With(excluded));
        int kept = exogenous.Names.Count(name => Array.IndexOf(instruments.Terms, name) >= 0);
        TwoStageDesign design = new(regressors, instruments, kept, rows);
        Require.That(design.EndogenousCount > 0, nameof(TwoStageSpecification.Endogenous),
            "must not be determined by the exogenous regressors");
        Require.That(design.ExcludedCount >= design.EndogenousCount, nameof(TwoStageSpecification.Instruments),
            FormattableString.Invariant($"must be at least as many as the endogenous regressors, not counting those that others determine; there were {design.ExcludedCount} for {design.EndogenousCount}"));
        Require.That(rows.Outcome.Length > instruments.Columns.Length + absorbed, nameof(TwoStageSpecification.Instruments),
            FormattableString.Invariant($"must be fewer than the complete rows; there are {rows.Outcome.Length} rows and {instruments.Columns.Length + absorbed} instruments"));
        Require.That(design.ErrorDegrees > 0, nameof(RegressionSample.Data),
            "must have more complete rows than coefficients and fixed effects");
        return design;
    }

    private static (TermColumns Exogenous, TermColumns Endogenous, TermColumns Excluded) Expand(
        RegressionSample sample, TwoStageSpecification model, bool intercept)
    {
        string? twice = model.Endogenous.FirstOrDefault(name => model.Instruments.Contains(name) || model.Exogenous.Contains(name));
        Require.That(twice is null, nameof(model.Endogenous), $"must not be exogenous regressors or instruments too; {twice} was");
        return (
            TermColumns.Of(sample.Data, model.Terms(model.Exogenous, intercept)),
            TermColumns.Of(sample.Data, model.Terms(model.Endogenous, false)),
            TermColumns.Of(sample.Data, model.Terms(model.Instruments, false)));
    }

    // Outcome and columns become what the effects leave of them; their lengths before are kept to judge what is left.
    private static TermColumns TakeOut(
        FixedEffectSets sets, ModelColumns used, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        bool plain = Array.TrueForAll(used.Weights, weight => weight == 1);
        double[] lengths = [.. used.Columns.Select(column => Math.Sqrt(Math.Max(0, GoodnessOfFit.SquaresAboutMean(column, used.Weights))))];
        ProjectionJob.Run(
            new FixedEffectProjection(sets, plain ? null : used.Weights), [used.Outcome, .. used.Columns], execution, cancellationToken);
        return used.Terms with { Lengths = lengths };
    }
}
