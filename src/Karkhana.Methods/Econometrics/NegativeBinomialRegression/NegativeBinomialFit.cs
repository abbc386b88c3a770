using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>A fitted negative binomial regression; θ is infinite where the counts vary no more than Poisson counts.</summary>
internal sealed class NegativeBinomialFit
{
    private readonly ScaledColumns _scaled;
    private readonly DesignMatrix _design;

    private NegativeBinomialFit(DesignMatrix design, ScaledColumns scaled, Ascent poisson, Ascent? joint)
    {
        (_design, _scaled) = (design, scaled);
        Poisson = poisson;
        Joint = joint;
        double[] index = IndexLikelihood<PoissonRow>.Index(scaled.Columns, Coefficients);
        Fitted = [.. index.Select(Math.Exp)];
        Estimates = scaled.Restore(Coefficients);
        Theta = joint is null ? double.PositiveInfinity : Math.Exp(joint.Estimates[^1]);
    }

    public double[] Estimates { get; }

    public double[] Fitted { get; }

    public double Theta { get; }

    public Ascent Poisson { get; }

    /// <summary>Gets the joint maximum; null when it is that of the Poisson regression.</summary>
    public Ascent? Joint { get; }

    public double LogLikelihood => (Joint ?? Poisson).Value;

    private double[] Coefficients => Joint is null ? Poisson.Estimates : Joint.Estimates[..^1];

    /// <summary>Fits. The Poisson regression comes first: its residuals say whether θ is finite, and where to begin.</summary>
    public static NegativeBinomialFit Fit(DesignMatrix design, CancellationToken cancellationToken)
    {
        ScaledColumns scaled = ScaledColumns.Of(design);
        double[] start = new double[scaled.Columns.Length];
        start[0] = design.HasIntercept ? Math.Log(Sums.Dot(design.Outcome, design.Weights) / Sums.Sum(design.Weights)) : 0;
        Ascent poisson = NewtonAscent.Maximise(
            new IndexLikelihood<PoissonRow>(new PoissonRow(design.Outcome), scaled.Columns, design.Weights), start, cancellationToken: cancellationToken);
        double[] means = [.. IndexLikelihood<PoissonRow>.Index(scaled.Columns, poisson.Estimates).Select(Math.Exp)];
        (double excess, double squares) = (0, 0);
        for (int row = 0; row < means.Length; row++)
        {
            double residual = design.Outcome[row] - means[row];
            excess += design.Weights[row] * ((residual * residual) - design.Outcome[row]);
            squares += design.Weights[row] * means[row] * means[row];
        }

        // Σ((y − m)² − y)/2 is the slope of the log-likelihood by 1/θ where 1/θ = 0.
        if (!(excess > 0))
        {
            return new NegativeBinomialFit(design, scaled, poisson, null);
        }

        IndexLikelihood<NegativeBinomialRow> likelihood = new(new NegativeBinomialRow(design.Outcome), scaled.Columns, design.Weights, true);
        Ascent joint = NewtonAscent.Maximise(likelihood, [.. poisson.Estimates, Math.Log(squares / excess)], cancellationToken: cancellationToken);
        return new NegativeBinomialFit(design, scaled, poisson, joint);
    }

    /// <summary>Gives the covariance of the coefficients: by the expected information Σ m/(1 + m/θ) xx' at the estimated θ, or
    /// the sandwich of coefficients and ln θ.</summary>
    public Matrix<double> Covariance(LikelihoodCovariance estimator, RegressionSample sample)
    {
        if (estimator == LikelihoodCovariance.Information)
        {
            Matrix<double> expected = new IndexLikelihood<PoissonRow>(default, _scaled.Columns, _design.Weights)
                .CrossProducts(row => Fitted[row] / (1 + (Fitted[row] / Theta)));
            return _scaled.Restore(NewtonAscent.Inverse(expected));
        }

        Ascent ascent = Joint ?? Poisson;
        Func<double[][]> scores = Joint is null
            ? () => new IndexLikelihood<PoissonRow>(new PoissonRow(_design.Outcome), _scaled.Columns, _design.Weights).Scores(ascent.Estimates)
            : () => new IndexLikelihood<NegativeBinomialRow>(
                new NegativeBinomialRow(_design.Outcome), _scaled.Columns, _design.Weights, true).Scores(ascent.Estimates);
        Matrix<double> whole = LikelihoodSandwich.Covariance(
            NewtonAscent.Inverse(ascent.Information), scores, estimator, sample, _design.Rows, _design.Weights);
        int k = _scaled.Columns.Length;
        return _scaled.Restore(whole.SubMatrix(0, k, 0, k));
    }

    /// <summary>Gives the standard error of θ by its own observed information, coefficients held.</summary>
    public double ThetaStandardError => Joint is null ? double.NaN : Theta / Math.Sqrt(Joint.Information[Joint.Information.RowCount - 1, Joint.Information.RowCount - 1]);
}
