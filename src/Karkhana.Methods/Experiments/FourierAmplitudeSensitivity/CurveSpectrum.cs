using System.Numerics;
using Karkhana.Methods.Spatial;
using MathNet.Numerics.IntegralTransforms;

namespace Karkhana.Methods.Experiments;

/// <summary>The variance along a search curve, in all and where the input of interest and the others leave it.</summary>
/// <param name="Own">Twice the power at the multiples of the input's frequency.</param>
/// <param name="Others">Twice the power up to half of that frequency.</param>
/// <param name="Whole">Twice the power at all frequencies below that of Nyquist.</param>
internal readonly record struct CurveSpectrum(double Own, double Others, double Whole)
{
    public static CurveSpectrum Of(double[] values, int frequency, int harmonics)
    {
        Complex[] waves = [.. Deviations.Of(values).Z.Select(value => new Complex(value, 0))];
        Fourier.Forward(waves, FourierOptions.NoScaling);
        (double own, double others, double whole) = (0, 0, 0);
        for (int wave = 1; wave <= (values.Length - 1) / 2; wave++)
        {
            Complex amplitude = waves[wave] / values.Length;
            double power = 2 * ((amplitude.Real * amplitude.Real) + (amplitude.Imaginary * amplitude.Imaginary));
            whole += power;
            own += wave % frequency == 0 && wave / frequency <= harmonics ? power : 0;
            others += wave <= frequency / 2 ? power : 0;
        }

        return new CurveSpectrum(own, others, whole);
    }

    public static CurveSpectrum operator +(CurveSpectrum left, CurveSpectrum right) =>
        new(left.Own + right.Own, left.Others + right.Others, left.Whole + right.Whole);

    /// <summary>Gives the share of the input and one less that of the others; NaN when nothing varies.</summary>
    public double[] Indices() => Whole > 0 ? [Own / Whole, 1 - (Others / Whole)] : [double.NaN, double.NaN];
}
