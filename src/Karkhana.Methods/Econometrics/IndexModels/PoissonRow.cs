using MathNet.Numerics;

namespace Karkhana.Methods.Econometrics;

/// <summary>A row of a Poisson regression with log link: yη − e^η − ln y!.</summary>
internal readonly struct PoissonRow(double[] outcome) : IIndexModel
{
    public RowLikelihood At(int row, double index, double shape)
    {
        double y = outcome[row];
        double mean = Math.Exp(index);
        return new RowLikelihood((y * index) - mean - SpecialFunctions.GammaLn(y + 1), y - mean, mean);
    }
}
