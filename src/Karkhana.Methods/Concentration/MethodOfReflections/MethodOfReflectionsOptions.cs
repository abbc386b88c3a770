using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on the method of reflections.</summary>
public sealed record MethodOfReflectionsOptions
{
    /// <summary>Gets the number of reflections.</summary>
    /// <value>From 0 (diversity and ubiquity themselves) to 100; 2 unless set.</value>
    [Description("Number of reflections; 0 gives diversity and ubiquity.")]
    public int Steps { get; init => field = Require.Between(value, 0, 100); } = 2;
}
