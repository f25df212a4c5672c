using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using System.Reflection.Emit;
using Thalweg.Kernels;

namespace Thalweg.Plans;

/// <summary>A loop in machine code over contiguous operands, inputs, then outputs; of a whole number of vectors.</summary>
unsafe delegate void EmittedLoop(nint* operands, int count);

/// <summary>
/// Writes fused loops at run time: each step calls its kernel's vector form, which the compiler inlines, so that
/// intermediate results stay in registers. Loops of equal structure are written once for the whole process.
/// </summary>
static class FusedEmitter
{
    const int UnreachedPerStep = 600;

    static readonly ConcurrentDictionary<(FusedProgram Program, int Bits), EmittedLoop> Loops = [];

    /// <summary>The loop of a program, for vectors of a width.</summary>
    [RequiresDynamicCode("Fused loops are emitted at run time; without that, FusedTiles computes the same.")]
    public static EmittedLoop Loop(FusedProgram program, int bits)
    {
        var key = (program, bits);
        return Loops.TryGetValue(key, out var known) ? known : Loops.GetOrAdd(key, Emit(program, bits));
    }

    [RequiresDynamicCode("Emits a method.")]
    static EmittedLoop Emit(FusedProgram program, int bits) => program.Work switch
    {
        DType.Float32 => Emit<float>(program, bits),
        DType.Float64 => Emit<double>(program, bits),
        _ => Emit<int>(program, bits),
    };

    [RequiresDynamicCode("Emits a method.")]
    static EmittedLoop Emit<T>(FusedProgram program, int bits) where T : unmanaged, INumber<T> => bits switch
    {
        512 => new Writer<T, Lanes512<T>>(program).Write(),
        256 => new Writer<T, Lanes256<T>>(program).Write(),
        _ => new Writer<T, Lanes128<T>>(program).Write(),
    };

    /// <summary>Writes one loop for one element type and vector width.</summary>
    [RequiresDynamicCode("Emits a method.")]
    sealed class Writer<T, V>(FusedProgram program) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        readonly DynamicMethod method = new("FusedLoop", null, [typeof(nint*), typeof(int)], typeof(FusedEmitter).Module, skipVisibility: true);

        public EmittedLoop Write()
        {
            var il = method.GetILGenerator();
            var inputs = program.Inputs.Length;
            var pointers = new LocalBuilder[inputs + program.Outputs.Length];
            for (var i = 0; i < pointers.Length; i++)
            {
                pointers[i] = il.DeclareLocal(typeof(nint));
                il.Emit(OpCodes.Ldarg_0);
                il.Emit(OpCodes.Ldc_I4, i * nint.Size);
                il.Emit(OpCodes.Add);
                il.Emit(OpCodes.Ldind_I);
                il.Emit(OpCodes.Stloc, pointers[i]);
            }
            // What stands for a whole run is loaded once.
            var singles = new LocalBuilder?[inputs];
            for (var i = 0; i < inputs; i++)
            {
                if (program.Inputs[i].IsSingle)
                {
                    singles[i] = il.DeclareLocal(typeof(V));
                    il.Emit(OpCodes.Ldloc, pointers[i]);
                    il.Emit(OpCodes.Call, program.Inputs[i].IsTruth ? Of(LaneSteps<T, V>.SingleTruth) : Of(LaneSteps<T, V>.Single));
                    il.Emit(OpCodes.Stloc, singles[i]!);
                }
            }

            var (position, whole) = (il.DeclareLocal(typeof(nint)), il.DeclareLocal(typeof(nint)));
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Ldc_I4, V.Count - 1);
            il.Emit(OpCodes.Not);
            il.Emit(OpCodes.And);
            il.Emit(OpCodes.Conv_I);
            il.Emit(OpCodes.Stloc, whole);
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Conv_I);
            il.Emit(OpCodes.Stloc, position);

            var (check, body) = (il.DefineLabel(), il.DefineLabel());
            il.Emit(OpCodes.Br, check);
            il.MarkLabel(body);
            Body(il, pointers, singles, position);
            il.Emit(OpCodes.Ldloc, position);
            il.Emit(OpCodes.Ldc_I4, V.Count);
            il.Emit(OpCodes.Conv_I);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Stloc, position);
            il.MarkLabel(check);
            il.Emit(OpCodes.Ldloc, position);
            il.Emit(OpCodes.Ldloc, whole);
            il.Emit(OpCodes.Blt, body);

            il.Emit(OpCodes.Ret);
            // The compiler inlines kernels as long as that stays in proportion to the method they go into. The method is short
            // and is to be long: what is never reached makes it count as such, and costs nothing.
            for (var i = 0; i < UnreachedPerStep * program.Steps.Length; i++)
            {
                il.Emit(OpCodes.Nop);
            }
            il.Emit(OpCodes.Ret);
            return method.CreateDelegate<EmittedLoop>();
        }

        /// <summary>Loads, steps and stores of one vector.</summary>
        void Body(ILGenerator il, LocalBuilder[] pointers, LocalBuilder?[] singles, LocalBuilder position)
        {
            var inputs = program.Inputs.Length;
            var values = new LocalBuilder[inputs + program.Steps.Length];
            for (var i = 0; i < inputs; i++)
            {
                values[i] = singles[i] ?? il.DeclareLocal(typeof(V));
                if (singles[i] is null)
                {
                    il.Emit(OpCodes.Ldloc, pointers[i]);
                    il.Emit(OpCodes.Ldloc, position);
                    il.Emit(OpCodes.Call, program.Inputs[i].IsTruth ? Of(LaneSteps<T, V>.LoadTruths) : Of(LaneSteps<T, V>.Load));
                    il.Emit(OpCodes.Stloc, values[i]);
                }
            }
            for (var s = 0; s < program.Steps.Length; s++)
            {
                foreach (var operand in program.Steps[s].Operands)
                {
                    il.Emit(OpCodes.Ldloc, values[operand]);
                }
                il.Emit(OpCodes.Call, program.Steps[s].Operation.Step<T, V>());
                values[inputs + s] = il.DeclareLocal(typeof(V));
                il.Emit(OpCodes.Stloc, values[inputs + s]);
            }
            for (var o = 0; o < program.Outputs.Length; o++)
            {
                il.Emit(OpCodes.Ldloc, values[program.Outputs[o]]);
                il.Emit(OpCodes.Ldloc, pointers[inputs + o]);
                il.Emit(OpCodes.Ldloc, position);
                il.Emit(OpCodes.Call, program.IsTruth(program.Outputs[o]) ? Of(LaneSteps<T, V>.StoreTruths) : Of(LaneSteps<T, V>.Store));
            }
        }

        static MethodInfo Of(Func<nint, V> step) => step.Method;

        static MethodInfo Of(Func<nint, nint, V> step) => step.Method;

        static MethodInfo Of(Action<V, nint, nint> step) => step.Method;
    }
}
