using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Two classifications of each unit.</summary>
/// <param name="Rows">The codes of the first; null is missing.</param>
/// <param name="Columns">The codes of the second, as many; null is missing.</param>
public sealed record PairedCodes(IReadOnlyList<string?> Rows, IReadOnlyList<string?> Columns)
{
    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The codes.</returns>
    public static PairedCodes Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        string?[] CodesOf(string role) => [.. sample.CellsOf(sample.ColumnsOf(role)[0]).Select(cell => cell is "" or "NA" or "NaN" ? null : cell)];
        return new PairedCodes(CodesOf("row"), CodesOf("column"));
    }
}
