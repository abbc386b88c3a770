using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Values and the group that each belongs to: the answers and their interviewers, the firms and their
/// places.</summary>
/// <param name="Values">The values; NaN is missing.</param>
/// <param name="Groups">The code of the group of each value.</param>
public sealed record GroupedValues(IReadOnlyList<double> Values, IReadOnlyList<string> Groups)
{
    /// <summary>Reads the input <c>data</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The values.</returns>
    public static GroupedValues Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable data = request.Table("data");
        return new GroupedValues(data.Numbers("value"), data.Texts("group"));
    }
}
