namespace Karkhana.Methods.Econometrics;

/// <summary>A row of a gamma quasi-likelihood with log link: −η − y/e^η.</summary>
internal readonly struct GammaRow(double[] outcome) : IIndexModel
{
    public RowLikelihood At(int row, double index, double shape)
    {
        double ratio = outcome[row] * Math.Exp(-index);
        return new RowLikelihood(-index - ratio, ratio - 1, ratio);
    }
}
