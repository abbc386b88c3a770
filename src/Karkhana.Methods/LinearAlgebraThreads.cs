using System.Runtime.CompilerServices;
using MathNet.Numerics;

namespace Karkhana.Methods;

/// <summary>Keeps the linear algebra on the thread that asks for it.</summary>
internal static class LinearAlgebraThreads
{
    // Math.NET would share out every factorisation, that of a hundred rows too, to threads of the pool, beside those of the replicate engine:
    // that costs more than it gives, and threads come from the engine alone.
#pragma warning disable CA2255 // Nobody calls one thing first that could do this instead.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void OnOne() => Control.MaxDegreeOfParallelism = 1;
}
