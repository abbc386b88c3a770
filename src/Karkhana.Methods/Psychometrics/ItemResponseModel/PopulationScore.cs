using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The derivatives of ln w_q by a pattern's mean μ and log-deviation λ, and what follows for the population's
/// parameters.</summary>
/// <remarks>
/// ln w_q = η₁θ + η₂θ² − A on the nodes, η₁ = μe^{−2λ}, η₂ = −e^{−2λ}/2, A₁ and A₂ the moments of w: t_μ = e^{−2λ}(θ − A₁), t_λ =
/// −2η₁(θ − A₁) − 2η₂(θ² − A₂). Second derivatives: those of η times (statistic − moment), less the covariance of the
/// statistics between the first derivatives of η.
/// </remarks>
internal sealed class PopulationScore(ParameterLayout layout, NodeGrid grid, double[] parameters)
{
    private readonly double[] _weights = new double[grid.Stride];
    private readonly double[] _byMean = new double[grid.Stride];
    private readonly double[] _byDeviation = new double[grid.Stride];
    private readonly double[] _meanWeighted = new double[grid.Stride];
    private readonly double[] _deviationWeighted = new double[grid.Stride];
    private int _cell = -1;
    private int _length;
    private LatentNormal _normal;
    private (double Linear, double Square, double Variance, double Covariance, double SquareVariance) _moments;
    private (double Mean, double Deviation) _score;
    private (double Linear, double Square) _away;
    private (double Means, double Mixed, double Deviations) _products;

    /// <summary>Goes to a population cell.</summary>
    public void Enter(int cell)
    {
        if (cell == _cell)
        {
            return;
        }

        _cell = cell;
        _normal = layout.Population.At(cell, parameters);
        _normal.FillLogWeights(grid, _weights);
        for (int q = 0; q < _weights.Length; q++)
        {
            _weights[q] = Math.Exp(_weights[q]);
        }

        (double linear, double square) = (0, 0);
        for (int q = 0; q < grid.Count; q++)
        {
            linear += _weights[q] * grid.Nodes[q];
            square += _weights[q] * grid.Nodes[q] * grid.Nodes[q];
        }

        (double variance, double covariance, double squareVariance) = (0, 0, 0);
        for (int q = 0; q < grid.Count; q++)
        {
            double theta = grid.Nodes[q] - linear;
            double squared = (grid.Nodes[q] * grid.Nodes[q]) - square;
            variance += _weights[q] * theta * theta;
            covariance += _weights[q] * theta * squared;
            squareVariance += _weights[q] * squared * squared;
            _byMean[q] = _normal.Precision * theta;
            _byDeviation[q] = (-2 * _normal.Linear * theta) - (2 * _normal.Quadratic * squared);
        }

        _moments = (linear, square, variance, covariance, squareVariance);
    }

    /// <summary>Takes the posterior of a pattern.</summary>
    public void Weigh(ReadOnlySpan<double> window, int first)
    {
        _length = window.Length;
        Span<double> means = _meanWeighted.AsSpan(0, _length);
        Span<double> deviations = _deviationWeighted.AsSpan(0, _length);
        ReadOnlySpan<double> byMean = _byMean.AsSpan(first, _length);
        ReadOnlySpan<double> byDeviation = _byDeviation.AsSpan(first, _length);
        NodeVectors.Multiply(window, byMean, means);
        NodeVectors.Multiply(window, byDeviation, deviations);
        _score = (Sums.Sum(means), Sums.Sum(deviations));
        _products = (Sums.Dot(means, byMean), Sums.Dot(means, byDeviation), Sums.Dot(deviations, byDeviation));
        (double linear, double square) = (0, 0);
        for (int q = 0; q < _length; q++)
        {
            double theta = grid.Nodes[first + q];
            linear += window[q] * theta;
            square += window[q] * theta * theta;
        }

        _away = (linear - _moments.Linear, square - _moments.Square);
    }

    /// <summary>Adds the expected score of the population's parameters.</summary>
    public void AddScore(Span<double> score)
    {
        double[] design = layout.Population.DesignOf(_cell);
        for (int term = 0; term < design.Length; term++)
        {
            score[layout.Population.MeanIndices[term]] += design[term] * _score.Mean;
        }

        int place = layout.Population.LogDeviationIndices[layout.Population.GroupOf(_cell)];
        if (place >= 0)
        {
            score[place] += _score.Deviation;
        }
    }

    /// <summary>Adds E[t t'] and the second derivatives.</summary>
    public void AddProducts(double weight, Span<double> products, Span<double> curvature)
    {
        (double linear, double quadratic, double precision) = (_normal.Linear, _normal.Quadratic, _normal.Precision);
        double means = -precision * precision * _moments.Variance;
        double mixed = (-2 * precision * _away.Linear)
            + (2 * precision * ((linear * _moments.Variance) + (quadratic * _moments.Covariance)));
        double deviations = (4 * linear * _away.Linear) + (4 * quadratic * _away.Square)
            - (4 * ((linear * linear * _moments.Variance) + (2 * linear * quadratic * _moments.Covariance)
                + (quadratic * quadratic * _moments.SquareVariance)));
        AddSpread(weight, _products, products);
        AddSpread(weight, (means, mixed, deviations), curvature);
    }

    /// <summary>Adds E[s t'] for one parameter of an item.</summary>
    public void AddMixed(ReadOnlySpan<double> scores, double weight, Span<double> mixed)
    {
        double byMean = weight * Sums.Dot(_meanWeighted.AsSpan(0, _length), scores);
        double byDeviation = weight * Sums.Dot(_deviationWeighted.AsSpan(0, _length), scores);
        double[] design = layout.Population.DesignOf(_cell);
        for (int term = 0; term < design.Length; term++)
        {
            mixed[layout.Population.MeanIndices[term] - layout.ItemCount] += design[term] * byMean;
        }

        int place = layout.Population.LogDeviationIndices[layout.Population.GroupOf(_cell)];
        if (place >= 0)
        {
            mixed[place - layout.ItemCount] += byDeviation;
        }
    }

    // From μ and λ of the pattern to the parameters: both triangles.
    private void AddSpread(double weight, (double Means, double Mixed, double Deviations) local, Span<double> matrix)
    {
        PopulationDesign population = layout.Population;
        double[] design = population.DesignOf(_cell);
        int deviation = population.LogDeviationIndices[population.GroupOf(_cell)] - layout.ItemCount;
        for (int term = 0; term < design.Length; term++)
        {
            int row = population.MeanIndices[term] - layout.ItemCount;
            for (int other = 0; other < design.Length; other++)
            {
                matrix[(row * population.Count) + population.MeanIndices[other] - layout.ItemCount] +=
                    weight * design[term] * design[other] * local.Means;
            }

            if (deviation >= 0)
            {
                matrix[(row * population.Count) + deviation] += weight * design[term] * local.Mixed;
                matrix[(deviation * population.Count) + row] += weight * design[term] * local.Mixed;
            }
        }

        if (deviation >= 0)
        {
            matrix[(deviation * population.Count) + deviation] += weight * local.Deviations;
        }
    }
}
