namespace Karkhana.Methods.Econometrics;

/// <summary>A row of a Weibull regression of y = ln T with index x'd, d = b/scale, and shape h = 1/scale.</summary>
/// <remarks>With z = hy − η: event ln h + z − e^z, censored −e^z.</remarks>
internal readonly struct WeibullRow(double[] outcome, double[] events) : IIndexModel
{
    public RowLikelihood At(int row, double index, double shape)
    {
        if (!(shape > 0))
        {
            return new RowLikelihood(double.NegativeInfinity, 0, 0);
        }

        (double y, double own) = (outcome[row], events[row]);
        double z = (shape * y) - index;
        double hazard = Math.Exp(z);
        return new RowLikelihood(
            (own * (Math.Log(shape) + z)) - hazard,
            hazard - own,
            hazard,
            (own * ((1 / shape) + y)) - (y * hazard),
            (own / (shape * shape)) + (y * y * hazard),
            -y * hazard);
    }
}
