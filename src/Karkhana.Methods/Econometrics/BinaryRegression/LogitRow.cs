using MathNet.Numerics;

namespace Karkhana.Methods.Econometrics;

/// <summary>A row of a logit: y ln p + (1 − y) ln(1 − p).</summary>
internal readonly struct LogitRow(double[] outcome) : IIndexModel
{
    public RowLikelihood At(int row, double index, double shape)
    {
        double y = outcome[row];
        double odds = Math.Exp(-Math.Abs(index));
        double great = 1 / (1 + odds);
        double small = odds * great;
        (double yes, double no) = index >= 0 ? (great, small) : (small, great);
        double value = -(((y * Math.Max(-index, 0)) + ((1 - y) * Math.Max(index, 0))) + SpecialFunctions.Log1p(odds));
        return new RowLikelihood(value, (y * no) - ((1 - y) * yes), yes * no);
    }
}
