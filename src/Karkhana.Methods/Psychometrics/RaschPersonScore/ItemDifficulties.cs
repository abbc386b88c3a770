using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Difficulties of Rasch items.</summary>
/// <param name="Items">The item names.</param>
/// <param name="Difficulties">The difficulty of each, in logits.</param>
public sealed record ItemDifficulties(IReadOnlyList<string> Items, IReadOnlyList<double> Difficulties)
{
    /// <summary>Reads the input <c>parameters</c> of a request: item, difficulty.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The difficulties.</returns>
    public static ItemDifficulties Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("parameters");
        return new ItemDifficulties(table.Texts("item"), table.CompleteNumbers("difficulty"));
    }

    /// <summary>Gives them as checked parameters of the Rasch model.</summary>
    internal ItemParameters ToParameters()
    {
        Require.SameLength(Items.Count, Difficulties.Count, nameof(Difficulties));
        return new ItemParameters(
            Items,
            [.. Items.Select(_ => 1.0)],
            [.. Difficulties.Select(difficulty => new[] { difficulty })],
            new double[Items.Count]).For(ItemModel.Rasch);
    }
}
