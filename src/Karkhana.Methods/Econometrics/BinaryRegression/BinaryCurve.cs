namespace Karkhana.Methods.Econometrics;

/// <summary>The probability of a yes at an index, with its derivatives.</summary>
/// <param name="Probability">F(η).</param>
/// <param name="Density">F'(η).</param>
/// <param name="DensitySlope">F''(η).</param>
/// <param name="Information">F'²/(F(1 − F)): the expected information of a row.</param>
internal readonly record struct BinaryCurve(double Probability, double Density, double DensitySlope, double Information)
{
    public static BinaryCurve At(BinaryLink link, double index)
    {
        if (link == BinaryLink.Probit)
        {
            double density = NormalTail.Density(index);
            return new BinaryCurve(
                NormalTail.Upper(-index), density, -index * density, NormalTail.InverseMills(index) * NormalTail.InverseMills(-index));
        }

        double odds = Math.Exp(-Math.Abs(index));
        double great = 1 / (1 + odds);
        double small = odds * great;
        double product = small * great;
        return new BinaryCurve(
            index >= 0 ? great : small, product, index >= 0 ? product * (small - great) : product * (great - small), product);
    }
}
