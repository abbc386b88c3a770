using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>A fitted multinomial logit, in units of the columns as they came.</summary>
internal sealed class MultinomialFit
{
    private readonly ScaledColumns _scaled;
    private readonly double[] _weights;
    private readonly int[] _codes;

    private MultinomialFit(ScaledColumns scaled, CategoryOutcome outcome, Ascent ascent, double[][] probabilities)
    {
        (_scaled, _weights, _codes) = (scaled, outcome.Design.Weights, outcome.Codes);
        Ascent = ascent;
        Probabilities = probabilities;
        Terms = scaled.Columns.Length;
        Map = Matrix<double>.Build.Dense(ascent.Estimates.Length, ascent.Estimates.Length);
        Matrix<double> one = scaled.Map();
        for (int first = 0; first < Map.RowCount; first += Terms)
        {
            Map.SetSubMatrix(first, first, one);
        }

        Estimates = [.. Map * Vector<double>.Build.Dense(ascent.Estimates)];
    }

    public Ascent Ascent { get; }

    public int Terms { get; }

    /// <summary>Gets the coefficients, category after category.</summary>
    public double[] Estimates { get; }

    /// <summary>Gets the probabilities by category, base first, then by row.</summary>
    public double[][] Probabilities { get; }

    public Separation? Separation { get; private init; }

    private Matrix<double> Map { get; }

    public static MultinomialFit Fit(CategoryOutcome outcome, CancellationToken cancellationToken)
    {
        ScaledColumns scaled = ScaledColumns.Of(outcome.Design);
        MultinomialLikelihood likelihood = new(scaled.Columns, outcome.Codes, outcome.Categories.Length, outcome.Design.Weights);
        Ascent ascent = NewtonAscent.Maximise(likelihood, new double[likelihood.Count], cancellationToken: cancellationToken);
        return new MultinomialFit(scaled, outcome, ascent, likelihood.Probabilities(ascent.Estimates))
        {
            Separation = FindSeparation(scaled, outcome.Codes, ascent),
        };
    }

    public Matrix<double> Covariance(LikelihoodCovariance estimator, RegressionSample sample, int[] rows) => ScaledColumns.Turn(
        Map, LikelihoodSandwich.Covariance(NewtonAscent.Inverse(Ascent.Information), Scores, estimator, sample, rows, _weights));

    // No row may move nearer to a category that is not its own; the base does not move.
    private static Separation? FindSeparation(ScaledColumns scaled, int[] codes, Ascent ascent)
    {
        int k = scaled.Columns.Length;
        double[][] Indices(double[] all) => [.. Enumerable.Range(0, all.Length / k).Select(
            j => IndexLikelihood<LogitRow>.Index(scaled.Columns, all[(j * k)..((j + 1) * k)]))];
        if (!Indices(ascent.Estimates).Any(Separation.IsDoubtful))
        {
            return null;
        }

        double[][] moves = Indices(ascent.LastStep);
        double[] least = [.. codes.Select((code, row) =>
        {
            double own = code == 0 ? 0 : moves[code - 1][row];
            double margin = code == 0 ? double.PositiveInfinity : own;
            for (int j = 0; j < moves.Length; j++)
            {
                margin = j + 1 == code ? margin : Math.Min(margin, own - moves[j][row]);
            }

            return margin;
        })];
        return Separation.Certify(ascent.LastStep, least, moves.Max(move => move.Max(Math.Abs)), scaled.RestoreConstant);
    }

    private double[][] Scores() => [.. Enumerable.Range(0, Estimates.Length).Select(place =>
    {
        int category = (place / Terms) + 1;
        double[] column = _scaled.Columns[place % Terms];
        return column.Select((x, row) => _weights[row] * ((_codes[row] == category ? 1 : 0) - Probabilities[category][row]) * x).ToArray();
    })];
}
