namespace Karkhana.Methods.Econometrics;

/// <summary>A row of a tobit with index x'd, d = b/scale, and shape h = 1/scale.</summary>
/// <remarks>Between the limits ln h + ln φ(hy − η); at or below the lower limit L ln Φ(hL − η); at or above the upper limit U
/// ln Φ(η − hU).</remarks>
internal readonly struct TobitRow(double[] outcome, double lower, double upper) : IIndexModel
{
    public RowLikelihood At(int row, double index, double shape)
    {
        if (!(shape > 0))
        {
            return new RowLikelihood(double.NegativeInfinity, 0, 0);
        }

        double y = outcome[row];
        if (y <= lower || y >= upper)
        {
            (double limit, int sign) = y <= lower ? (lower, 1) : (upper, -1);
            double z = sign * ((shape * limit) - index);
            double ratio = NormalTail.InverseMills(z);
            double bend = ratio * (ratio + z);
            return new RowLikelihood(
                NormalTail.LogLower(z), -sign * ratio, bend, sign * ratio * limit, bend * limit * limit, -bend * limit);
        }

        double residual = (shape * y) - index;
        return new RowLikelihood(
            Math.Log(shape) + NormalTail.LogDensity(residual), residual, 1, (1 / shape) - (residual * y), (1 / (shape * shape)) + (y * y), -y);
    }
}
