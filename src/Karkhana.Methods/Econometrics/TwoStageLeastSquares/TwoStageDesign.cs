using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>The numbers of a model with instruments.</summary>
/// <remarks>Regressors: the exogenous ones, then the endogenous; instruments: the exogenous ones, then the excluded.
/// Columns that those before them determine are left out of both.</remarks>
internal sealed class TwoStageDesign
{
    private TwoStageDesign(DesignMatrix regressors, DesignMatrix instruments, int exogenous, int absorbed)
    {
        Regressors = regressors;
        Instruments = instruments;
        ExogenousCount = exogenous;
        Absorbed = absorbed;
    }

    /// <summary>Gets the true regressors, the first <see cref="ExogenousCount"/> of them exogenous.</summary>
    public DesignMatrix Regressors { get; }

    /// <summary>Gets the instruments, the first <see cref="ExogenousCount"/> of them regressors.</summary>
    public DesignMatrix Instruments { get; }

    public int ExogenousCount { get; }

    public int EndogenousCount => Regressors.Columns.Length - ExogenousCount;

    public int ExcludedCount => Instruments.Columns.Length - ExogenousCount;

    /// <summary>Gets the parameters that were partialled out before; they count in degrees of freedom.</summary>
    public int Absorbed { get; }

    /// <summary>Gets the degrees of freedom of the residuals.</summary>
    public int ErrorDegrees => Regressors.Rows.Length - Regressors.Columns.Length - Absorbed;

    public static TwoStageDesign Build(RegressionSample sample, TwoStageSpecification model)
    {
        (TermColumns exogenous, TermColumns endogenous, TermColumns excluded) = Expand(sample, model);
        double[] outcome = [.. sample.Data.Numbers(model.Outcome)];
        double[] weights = DesignMatrix.WeightsOf(sample);
        int[] rows = DesignMatrix.CompleteRows(
            model.Outcome, outcome, weights, exogenous.With(endogenous).With(excluded));
        return Of(
            exogenous.Take(rows),
            endogenous.Take(rows),
            excluded.Take(rows),
            new TwoStageRows(
                rows,
                Array.ConvertAll(rows, row => outcome[row]),
                Array.ConvertAll(rows, row => weights[row]),
                sample.Data.RowCount - rows.Length));
    }

    /// <summary>Makes a design of columns that are complete.</summary>
    public static TwoStageDesign Of(
        TermColumns exogenous, TermColumns endogenous, TermColumns excluded, TwoStageRows rows, int absorbed = 0)
    {
        Require.That(endogenous.Count > 0, nameof(TwoStageSpecification.Endogenous), "must name a regressor");
        Require.That(excluded.Count > 0, nameof(TwoStageSpecification.Instruments), "must name an instrument");
        DesignMatrix regressors = rows.Design(exogenous.With(endogenous));
        DesignMatrix instruments = rows.Design(exogenous.With(excluded));
        int kept = exogenous.Names.Count(name => Array.IndexOf(instruments.Terms, name) >= 0);
        TwoStageDesign design = new(regressors, instruments, kept, absorbed);
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
        RegressionSample sample, TwoStageSpecification model)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(model);
        string? twice = model.Endogenous.FirstOrDefault(name => model.Instruments.Contains(name) || model.Exogenous.Contains(name));
        Require.That(twice is null, nameof(model.Endogenous), $"must not be exogenous regressors or instruments too; {twice} was");
        return (
            TermColumns.Of(sample.Data, model.Terms(model.Exogenous, model.Intercept)),
            TermColumns.Of(sample.Data, model.Terms(model.Endogenous, false)),
            TermColumns.Of(sample.Data, model.Terms(model.Instruments, false)));
    }
}
