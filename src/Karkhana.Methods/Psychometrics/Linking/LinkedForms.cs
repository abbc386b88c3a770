using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Two sets of item parameters that share items.</summary>
/// <param name="Base">Parameters on the scale that is kept.</param>
/// <param name="New">Parameters on the scale that is brought over.</param>
public sealed record LinkedForms(ItemParameters Base, ItemParameters New)
{
    /// <summary>Reads the inputs <c>base_parameters</c> and <c>new_parameters</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The two sets.</returns>
    public static LinkedForms Read(MeasureRequest request) => new(
        ItemParameters.Read(request, "base_parameters"), ItemParameters.Read(request, "new_parameters"));

    /// <summary>Gives the parameters of the anchors in both sets, in the order of the base.</summary>
    internal LinkedForms Anchors(IReadOnlyList<string>? chosen)
    {
        string[] shared = [.. Base.Items.Where(item => New.Items.Contains(item) && (chosen is null || chosen.Contains(item)))];
        string? unknown = chosen?.FirstOrDefault(item => !shared.Contains(item));
        Require.That(unknown is null, "anchors", $"must be items of both sets; {unknown} is not");
        Require.That(shared.Length > 0, "anchors", "must be at least one item of both sets; there was none");
        LinkedForms anchors = new(Base.Only(shared), New.Only(shared));
        for (int item = 0; item < shared.Length; item++)
        {
            (int first, int second) = (anchors.Base.Thresholds[item].Length, anchors.New.Thresholds[item].Length);
            Require.That(
                first == second, "anchors",
                FormattableString.Invariant($"must have as many steps in both sets; {shared[item]} had {first} and {second}"));
        }

        return anchors;
    }
}
