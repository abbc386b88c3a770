using Karkhana.Core.Execution;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The marginal likelihood of the answers as a function of the free parameters.</summary>
internal sealed class MarginalProblem
{
    private readonly ExecutionOptions? _execution;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Initialises the problem.</summary>
    /// <param name="patterns">The answers.</param>
    /// <param name="layout">The parameters.</param>
    /// <param name="options">Quadrature and priors.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Stops an evaluation.</param>
    public MarginalProblem(
        AnswerPatterns patterns, ParameterLayout layout, ItemResponseModelOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        Patterns = patterns;
        Layout = layout;
        Grid = NodeGrid.Of(options);
        Priors = new ItemPriors(options);
        Posterior = new PosteriorStore(patterns.Count, Grid.Stride);
        _execution = execution;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Gets the answers.</summary>
    public AnswerPatterns Patterns { get; }

    /// <summary>Gets the layout of the parameters.</summary>
    public ParameterLayout Layout { get; }

    /// <summary>Gets the nodes.</summary>
    public NodeGrid Grid { get; }

    /// <summary>Gets the priors.</summary>
    public ItemPriors Priors { get; }

    /// <summary>Gets the posteriors of the last evaluation.</summary>
    public PosteriorStore Posterior { get; }

    /// <summary>Evaluates the likelihood; the posteriors then belong to these parameters.</summary>
    public MarginalPoint Evaluate(double[] parameters)
    {
        double[][] instances = Layout.Expand(parameters);
        if (!Array.TrueForAll(parameters, double.IsFinite) || !Array.TrueForAll(instances, own => Layout.Curve.IsFeasible(own)))
        {
            return new MarginalPoint(parameters, instances, double.NaN, double.NaN, []);
        }

        MarginalLikelihoodJob job = new(Patterns, Layout, Grid, parameters, CurveTable.Of(Layout, instances, Grid), Posterior);
        double[] sums = ReplicateEngine.Local.Execute(job, Quiet(), _cancellationToken).Values;
        return new MarginalPoint(parameters, instances, sums[0], sums[0] + LogPrior(instances), sums[1..]);
    }

    /// <summary>Gives gradient and information where the likelihood was evaluated last.</summary>
    public MarginalInformation Inform(MarginalPoint point)
    {
        CurveScores scores = CurveScores.Of(Layout, point.Instances, Grid);
        ScoreJob job = new(this, point, scores, Patterns.Weights);
        double[] sums = ReplicateEngine.Local.Execute(job, Quiet(), _cancellationToken).Values;
        AnswerPairsJob pairs = new(this, scores);
        ReplicateEngine.Local.Execute(pairs, Quiet(), _cancellationToken);
        int count = Layout.Count;
        double[] products = new double[count * count];
        pairs.AddTo(products, count);
        double[] complete = new double[count * count];
        double[] gradient = sums[..count];
        AddItems(point, scores, products, complete, gradient);
        AddPopulation(job, sums, products, complete);
        Matrix<double> missing = Matrix<double>.Build.Dense(
            count, count, (i, j) => products[(i * count) + j] - sums[job.SquaresAt + (Math.Max(i, j) * count) + Math.Min(i, j)]);
        return new MarginalInformation(
            Vector<double>.Build.Dense(gradient), Matrix<double>.Build.Dense(count, count, (i, j) => complete[(i * count) + j]), missing);
    }

    /// <summary>Gives Σ w² u u', u the scores of the respondents, where the likelihood was evaluated last.</summary>
    public Matrix<double> SquaredScores(MarginalPoint point)
    {
        ScoreJob job = new(this, point, CurveScores.Of(Layout, point.Instances, Grid), Patterns.SquaredWeights);
        double[] sums = ReplicateEngine.Local.Execute(job, Quiet(), _cancellationToken).Values;
        int count = Layout.Count;
        return Matrix<double>.Build.Dense(
            count, count, (i, j) => sums[job.SquaresAt + (Math.Max(i, j) * count) + Math.Min(i, j)]);
    }

    /// <summary>Says whether the slope of an instance is its own, or the first of those that share it.</summary>
    public bool OwnsSlope(int at)
    {
        int index = Layout.Instances[at].Indices[0];
        return index >= 0 && (at == 0 || Layout.Instances[0].Indices[0] != index);
    }

    // Each of the many short jobs of a fit would report itself from 0 to 100 %.
    private ExecutionOptions Quiet() => new() { Workers = _execution?.Workers ?? 0 };

    private double LogPrior(double[][] instances)
    {
        double sum = 0;
        for (int at = 0; at < instances.Length && !Priors.IsEmpty; at++)
        {
            int width = instances[at].Length;
            sum += Priors.Add(instances[at], OwnsSlope(at), new double[width], new double[width * width]);
        }

        return sum;
    }

    private void AddItems(MarginalPoint point, CurveScores scores, double[] products, double[] complete, double[] gradient)
    {
        int count = Layout.Count;
        for (int at = 0; at < Layout.Instances.Length; at++)
        {
            ItemInstance instance = Layout.Instances[at];
            int width = instance.Indices.Length;
            double[] slopes = new double[width];
            double[] curvature = ItemObjective.Curvature(this, point, at);
            Priors.Add(point.Instances[at], OwnsSlope(at), slopes, curvature);
            for (int k = 0; k < width; k++)
            {
                int row = instance.Indices[k];
                for (int other = 0; row >= 0 && other <= k; other++)
                {
                    int column = instance.Indices[other];
                    if (column >= 0)
                    {
                        complete[(row * count) + column] -= curvature[(k * width) + other];
                        complete[(column * count) + row] -= row == column ? 0 : curvature[(k * width) + other];
                    }
                }

                if (row >= 0)
                {
                    gradient[row] += slopes[k];
                }
            }

            AddSquares(point, scores, instance, products);
        }
    }

    // Σ w E[s s'] within an item: it has one answer, so that the counts of single answers do.
    private void AddSquares(MarginalPoint point, CurveScores scores, ItemInstance instance, double[] products)
    {
        double[] weighted = new double[Grid.Stride];
        for (int cell = instance.FirstCell; cell < instance.EndCell; cell++)
        {
            for (int row = scores.Starts[cell]; row < scores.Starts[cell + 1]; row++)
            {
                NodeVectors.Multiply(point.Counts.AsSpan(cell * Grid.Stride, Grid.Stride), scores.Row(row), weighted);
                for (int other = scores.Starts[cell]; other < scores.Starts[cell + 1]; other++)
                {
                    products[(scores.Indices[row] * Layout.Count) + scores.Indices[other]] +=
                        Core.Kernels.Sums.Dot(weighted, scores.Row(other));
                }
            }
        }
    }

    private void AddPopulation(ScoreJob job, double[] sums, double[] products, double[] complete)
    {
        (int count, int items, int terms) = (Layout.Count, Layout.ItemCount, Layout.Population.Count);
        for (int term = 0; term < terms; term++)
        {
            for (int item = 0; item < items; item++)
            {
                double mixed = sums[job.MixedAt + (item * terms) + term];
                products[(item * count) + items + term] += mixed;
                products[((items + term) * count) + item] += mixed;
            }

            for (int other = 0; other < terms; other++)
            {
                int at = ((items + term) * count) + items + other;
                products[at] += sums[job.PopulationAt + (term * terms) + other];
                complete[at] -= sums[job.CurvatureAt + (term * terms) + other];
            }
        }
    }
}
