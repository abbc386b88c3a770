using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Two values of each unit.</summary>
/// <param name="X">The first values; NaN is missing.</param>
/// <param name="Y">The second values, as many; NaN is missing.</param>
public sealed record PairedValues(IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The values.</returns>
    public static PairedValues Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        return new PairedValues(sample.Numbers("x"), sample.Numbers("y"));
    }
}
