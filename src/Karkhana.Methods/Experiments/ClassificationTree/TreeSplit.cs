using System.Globalization;

namespace Karkhana.Methods.Experiments;

/// <summary>A question at a node: a number below a threshold, or a category in a set.</summary>
/// <param name="Input">The input that is asked.</param>
/// <param name="Threshold">Cases below it go left; NaN for categories.</param>
/// <param name="Left">The categories that go left, by number; none for numbers.</param>
/// <param name="Gain">By how much the spread falls.</param>
internal sealed record TreeSplit(int Input, double Threshold, bool[] Left, double Gain)
{
    public bool GoesLeft(double value) => Left.Length == 0 ? value < Threshold : Left[(int)value];

    public string Text(CaseColumn column, bool left) => column.IsCategorical
        ? $"{column.Name} in {{{string.Join(", ", column.Categories.Where((_, category) => Left[category] == left))}}}"
        : string.Create(CultureInfo.InvariantCulture, $"{column.Name} {(left ? "<" : ">=")} {Threshold:0.#########}");
}
