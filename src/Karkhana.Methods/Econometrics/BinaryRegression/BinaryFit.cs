using Karkhana.Core.Errors;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>A fitted logit or probit in the form that other methods use: propensity scores, first parts, weights.</summary>
/// <remarks>Newton's steps with the observed information on scaled columns. Cost: n·k²/2 per step, 5 to 8 steps; one copy of
/// the columns.</remarks>
internal sealed class BinaryFit
{
    private readonly ScaledColumns _scaled;
    private readonly double[] _weights;

    private BinaryFit(double[] weights, ScaledColumns scaled, BinaryLink link, Ascent ascent)
    {
        (_weights, _scaled) = (weights, scaled);
        Link = link;
        Ascent = ascent;
        Estimates = scaled.Restore(ascent.Estimates);
        Index = IndexLikelihood<LogitRow>.Index(scaled.Columns, ascent.Estimates);
    }

    public BinaryLink Link { get; }

    public Ascent Ascent { get; }

    /// <summary>Gets the coefficients of the columns as they came.</summary>
    public double[] Estimates { get; }

    /// <summary>Gets x'b of each row.</summary>
    public double[] Index { get; }

    /// <summary>Gets the log-likelihood, without the penalty.</summary>
    public double LogLikelihood { get; private init; }

    /// <summary>Gets which columns separate yes from no; null when none does.</summary>
    public Separation? Separation { get; private init; }

    /// <summary>Gets the fitted probabilities.</summary>
    public double[] Probabilities => [.. Index.Select(index => BinaryCurve.At(Link, index).Probability)];

    /// <summary>Fits to a design; its outcome must be 0 or 1 and hold both.</summary>
    public static BinaryFit Fit(
        DesignMatrix design, BinaryLink link = BinaryLink.Logit, double ridge = 0, CancellationToken cancellationToken = default)
    {
        int wrong = Array.FindIndex(design.Outcome, value => value is not (0 or 1));
        Require.That(wrong < 0, "outcome", FormattableString.Invariant(
            $"must be 0 or 1; row {(wrong < 0 ? 0 : design.Rows[wrong] + 1)} was {(wrong < 0 ? 0 : design.Outcome[wrong])}"));
        Require.That(design.Outcome.Contains(0) && design.Outcome.Contains(1), "outcome", FormattableString.Invariant(
            $"must hold both 0 and 1 among the complete rows; all {design.Outcome.Length} were {design.Outcome[0]}"));
        return Fit(design.Columns, design.HasIntercept, design.Outcome, design.Weights, (link, ridge), cancellationToken);
    }

    /// <summary>Fits to columns, the constant first if there is one.</summary>
    /// <param name="columns">Columns of which none is determined by the others, unless there is a ridge.</param>
    /// <param name="hasConstant">Whether the first column is the constant.</param>
    /// <param name="outcome">0 or 1, or shares between.</param>
    /// <param name="weights">How many observations each row stands for.</param>
    /// <param name="form">Link, and ridge: −ridge·b²/2 for each coefficient but the constant, in units of the columns'
    /// spreads.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    public static BinaryFit Fit(
        double[][] columns,
        bool hasConstant,
        double[] outcome,
        double[] weights,
        (BinaryLink Link, double Ridge) form,
        CancellationToken cancellationToken = default)
    {
        ScaledColumns scaled = ScaledColumns.Of(columns, hasConstant);
        double[] penalties = scaled.Penalties(form.Ridge);
        ISmoothObjective objective = form.Link == BinaryLink.Probit
            ? new IndexLikelihood<ProbitRow>(new ProbitRow(outcome), scaled.Columns, weights, penalties: penalties)
            : new IndexLikelihood<LogitRow>(new LogitRow(outcome), scaled.Columns, weights, penalties: penalties);
        Ascent ascent = NewtonAscent.Maximise(objective, new double[columns.Length], cancellationToken: cancellationToken);
        double penalty = penalties.Zip(ascent.Estimates, (ridge, estimate) => 0.5 * ridge * estimate * estimate).Sum();
        return new BinaryFit(weights, scaled, form.Link, ascent)
        {
            LogLikelihood = ascent.Value + penalty,
            Separation = form.Ridge > 0 ? null : Separation.Find(scaled, outcome, ascent),
        };
    }

    /// <summary>Gives the probabilities of other rows.</summary>
    /// <param name="columns">Their columns, in the same order.</param>
    public double[] Predict(double[][] columns) =>
        [.. IndexLikelihood<LogitRow>.Index(columns, Estimates).Select(index => BinaryCurve.At(Link, index).Probability)];

    /// <summary>Gives the covariance by the expected information A: A⁻¹, or with a ridge Λ (A + Λ)⁻¹A(A + Λ)⁻¹.</summary>
    public Matrix<double> Covariance(double ridge = 0)
    {
        (Matrix<double> information, Matrix<double> bread) = Bread(ridge);
        return _scaled.Restore(ridge == 0 ? bread : bread * information * bread);
    }

    /// <summary>Gives (A + Λ)⁻¹ [Σ_g s_g s_g'] (A + Λ)⁻¹ with the scores s of the rows of a cluster added up; every row its
    /// own cluster when there are no groups.</summary>
    public Matrix<double> Sandwich(double[] outcome, ClusterGroups? groups, double ridge = 0)
    {
        Matrix<double> bread = Bread(ridge).Inverse;
        double[][] scores = Link == BinaryLink.Probit
            ? new IndexLikelihood<ProbitRow>(new ProbitRow(outcome), _scaled.Columns, _weights).Scores(Ascent.Estimates)
            : new IndexLikelihood<LogitRow>(new LogitRow(outcome), _scaled.Columns, _weights).Scores(Ascent.Estimates);
        return _scaled.Restore(bread * ScoreProducts.Middle(scores, groups, _weights) * bread);
    }

    private (Matrix<double> Information, Matrix<double> Inverse) Bread(double ridge)
    {
        Matrix<double> information = new IndexLikelihood<LogitRow>(default, _scaled.Columns, _weights)
            .CrossProducts(row => BinaryCurve.At(Link, Index[row]).Information);
        Matrix<double> penalised = information.Clone();
        double[] penalties = _scaled.Penalties(ridge);
        for (int j = 0; j < penalties.Length; j++)
        {
            penalised[j, j] += penalties[j];
        }

        return (information, NewtonAscent.Inverse(penalised));
    }
}
