using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Impacts of the terms of a spatial lag or Durbin model, at the estimates and at draws of the parameters.</summary>
/// <remarks>
/// direct = (b tr(I − ρW)⁻¹ + g tr G)/n with tr(I − ρW)⁻¹ = n + ρ tr G and tr G = −f′(ρ), exact for every draw; total = b s + g r
/// with s and r the mean row sums of (I − ρW)⁻¹ and (I − ρW)⁻¹W. Draws are normal with the covariance of the estimates; a ρ outside the range of the model is
/// drawn again. Source: LeSage and Pace 2009, Introduction to Spatial Econometrics, sections 2.7 and 5.6.
/// </remarks>
internal sealed class ImpactDraws : IReplicateJob<ReplicateRows>
{
    private const int MostTries = 1000;

    private readonly AutoregressiveEstimate _estimate;
    private readonly AutoregressiveCovariance _covariance;
    private readonly TotalMultiplier _multiplier;
    private readonly ulong _seed;
    private readonly int[] _places;
    private readonly int[] _lagPlaces;

    /// <summary>Takes the terms that have an impact.</summary>
    /// <param name="estimate">The estimate, with ρ.</param>
    /// <param name="covariance">Its covariance.</param>
    /// <param name="draws">The number of draws.</param>
    /// <param name="seed">Where they come from.</param>
    public ImpactDraws(AutoregressiveEstimate estimate, AutoregressiveCovariance covariance, int draws, ulong seed)
    {
        (_estimate, _covariance, _seed, Replicates) = (estimate, covariance, seed, draws);
        _multiplier = new TotalMultiplier(estimate.Design.Weights);
        string[] terms = estimate.Fit.Design.Terms;
        _places = [.. Enumerable.Range(0, estimate.Design.OwnTerms).Where(term => estimate.Fit.Design.TermOf[term] >= 0)];
        Terms = [.. _places.Select(place => terms[place])];
        _lagPlaces = [.. Terms.Select(term => Array.IndexOf(terms, SpatialDesign.LagName(term), estimate.Design.OwnTerms))];
    }

    public string Stage => "impacts";

    public int Replicates { get; }

    public int BlockSize => 64;

    public string[] Terms { get; }

    /// <summary>Computes the table.</summary>
    public ImpactTable ToTable(double level, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double[] point = At(_estimate.Rho, _estimate.Fit.Estimates);
        double[][] drawn = Replicates == 0 ? [] : Columns(ReplicateEngine.Local.Execute(this, execution, cancellationToken));
        double[] errors = [.. point.Select((_, i) => drawn.Length == 0 ? double.NaN : Math.Sqrt(Core.Kernels.Sums.Variance(drawn[i])))];
        PercentileInterval[] limits = [.. point.Select((_, i) => drawn.Length == 0 ? new(double.NaN, double.NaN, 0) : PercentileInterval.Of(drawn[i], level))];
        return new ImpactTable(
            Terms, Every(point, 0), Every(point, 1), Every(point, 2), Every(errors, 0), Every(errors, 1), Every(errors, 2),
            [.. limits.Select(limit => limit.Low)], [.. limits.Select(limit => limit.High)]);
    }

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[range.Count * 3 * Terms.Length];
        for (int draw = 0; draw < range.Count; draw++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (double rho, double[] coefficients) = Draw(range.First + draw);
            At(rho, coefficients).CopyTo(rows, draw * 3 * Terms.Length);
        }

        return new ReplicateRows(3 * Terms.Length, rows);
    }

    private (double Rho, double[] Coefficients) Draw(int number)
    {
        RandomStream stream = new(_seed, RandomPurpose.ImpactDraws, number);
        double move = double.NaN;
        for (int tries = 0; tries < MostTries && !_estimate.Curve.Covers(_estimate.Rho + move); tries++)
        {
            move = Math.Sqrt(_covariance.All[0, 0]) * stream.NextGaussian();
        }

        double[] z = new double[_estimate.Fit.TermCount];
        for (int term = 0; term < z.Length; term++)
        {
            z[term] = Math.Sqrt(_estimate.Sigma2) * stream.NextGaussian();
        }

        Vector<double> moved = _estimate.Fit.Unwhiten(z) - (move * _covariance.Shift);
        return (_estimate.Rho + move, [.. _estimate.Fit.Estimates.Select((value, term) => value + moved[term])]);
    }

    /// <summary>Gives direct, indirect and total of each term.</summary>
    private double[] At(double rho, double[] coefficients)
    {
        double[] impacts = new double[3 * Terms.Length];
        double ownLag = -_estimate.Curve.At(rho).Slope / _estimate.Fit.Rows;
        (double row, double rowLag) = _multiplier.At(rho);
        for (int term = 0; term < Terms.Length; term++)
        {
            double own = coefficients[_places[term]];
            double lag = _lagPlaces[term] < 0 ? 0 : coefficients[_lagPlaces[term]];
            double direct = (own * (1 + (rho * ownLag))) + (lag * ownLag);
            double total = (own * row) + (lag * rowLag);
            (impacts[3 * term], impacts[(3 * term) + 1], impacts[(3 * term) + 2]) = (direct, total - direct, total);
        }

        return impacts;
    }

    private double[][] Columns(ReplicateRows rows) => [.. Enumerable.Range(0, 3 * Terms.Length).Select(rows.Column)];

    private static double[] Every(double[] values, int kind) => [.. values.Where((_, i) => i % 3 == kind)];
}
