using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Who has which distribution of the latent variable: N(x'β, σ_g²), x the focal group and the covariates.</summary>
internal sealed class PopulationDesign
{
    private readonly double[][] _designs;
    private readonly int[] _groupOf;
    private readonly bool _referenceVarianceFree;

    /// <summary>Initialises the design.</summary>
    /// <param name="groupOf">The group of each population cell; 0 is the reference.</param>
    /// <param name="covariates">The standardised covariates of each population cell.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="referenceVarianceFree">Whether the variance of the reference group is estimated.</param>
    public PopulationDesign(int[] groupOf, double[][] covariates, int groups, bool referenceVarianceFree)
    {
        GroupCount = groups;
        _groupOf = groupOf;
        _referenceVarianceFree = referenceVarianceFree;
        _designs = [.. groupOf.Select((group, cell) => Enumerable.Range(1, groups - 1)
            .Select(focal => focal == group ? 1.0 : 0).Concat(covariates[cell]).ToArray())];
        MeanIndices = new int[_designs[0].Length];
        LogDeviationIndices = new int[groups];
    }

    /// <summary>Gets the number of groups.</summary>
    public int GroupCount { get; }

    /// <summary>Gets where the means of the focal groups and then the coefficients stand among all parameters.</summary>
    public int[] MeanIndices { get; }

    /// <summary>Gets where the logarithm of each group's standard deviation stands; −1 is fixed at 0.</summary>
    public int[] LogDeviationIndices { get; }

    /// <summary>Gets the number of free parameters.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the number of population cells.</summary>
    public int CellCount => _groupOf.Length;

    /// <summary>Gives the group of a cell.</summary>
    public int GroupOf(int cell) => _groupOf[cell];

    /// <summary>Gives the values that the mean parameters have in a cell.</summary>
    public double[] DesignOf(int cell) => _designs[cell];

    /// <summary>Takes places for the parameters behind those of the items.</summary>
    public void Place(List<ParameterKind> kinds)
    {
        int first = kinds.Count;
        for (int term = 0; term < MeanIndices.Length; term++)
        {
            MeanIndices[term] = kinds.Count;
            kinds.Add(ParameterKind.Mean);
        }

        for (int group = 0; group < GroupCount; group++)
        {
            bool free = group > 0 || _referenceVarianceFree;
            LogDeviationIndices[group] = free ? kinds.Count : -1;
            if (free)
            {
                kinds.Add(ParameterKind.LogDeviation);
            }
        }

        Count = kinds.Count - first;
    }

    /// <summary>Gives the distribution in a cell.</summary>
    public LatentNormal At(int cell, double[] parameters)
    {
        double mean = 0;
        for (int term = 0; term < MeanIndices.Length; term++)
        {
            mean += _designs[cell][term] * parameters[MeanIndices[term]];
        }

        int place = LogDeviationIndices[_groupOf[cell]];
        return new LatentNormal(mean, place < 0 ? 0 : parameters[place]);
    }

    /// <summary>Gives the step that maximises the expected complete likelihood, were the nodes dense and endless.</summary>
    /// <param name="patterns">Who is in which cell.</param>
    /// <param name="posterior">The posterior means and second moments.</param>
    /// <param name="parameters">All parameters; those of the population are replaced.</param>
    /// <param name="frozen">Parameters that stay.</param>
    public void Maximise(AnswerPatterns patterns, PosteriorStore posterior, double[] parameters, bool[] frozen)
    {
        if (Count == 0)
        {
            return;
        }

        if (MeanIndices.Length > 0)
        {
            Vector<double> estimates = Regress(patterns, posterior, parameters);
            for (int term = 0; term < MeanIndices.Length; term++)
            {
                parameters[MeanIndices[term]] = estimates[term];
            }
        }

        double[] squares = new double[GroupCount];
        double[] totals = new double[GroupCount];
        for (int i = 0; i < patterns.Count; i++)
        {
            int group = _groupOf[patterns.PopulationCells[i]];
            double mean = At(patterns.PopulationCells[i], parameters).Mean;
            totals[group] += patterns.Weights[i];
            squares[group] += patterns.Weights[i]
                * (posterior.Squares[i] - (2 * mean * posterior.Means[i]) + (mean * mean));
        }

        for (int group = 0; group < GroupCount; group++)
        {
            if (LogDeviationIndices[group] >= 0 && !frozen[LogDeviationIndices[group]])
            {
                parameters[LogDeviationIndices[group]] = 0.5 * Math.Log(squares[group] / totals[group]);
            }
        }
    }

    // Weighted by the inverse variances; a ridge of rounding size keeps a group of equal covariates solvable.
    private Vector<double> Regress(AnswerPatterns patterns, PosteriorStore posterior, double[] parameters)
    {
        int terms = MeanIndices.Length;
        Matrix<double> products = Matrix<double>.Build.Dense(terms, terms);
        Vector<double> right = Vector<double>.Build.Dense(terms);
        for (int i = 0; i < patterns.Count; i++)
        {
            int cell = patterns.PopulationCells[i];
            double weight = patterns.Weights[i] * Math.Exp(-2 * At(cell, parameters).LogDeviation);
            double[] design = _designs[cell];
            for (int term = 0; term < terms; term++)
            {
                right[term] += weight * design[term] * posterior.Means[i];
                for (int other = 0; other < terms; other++)
                {
                    products[term, other] += weight * design[term] * design[other];
                }
            }
        }

        return products.LU().Solve(right);
    }
}
