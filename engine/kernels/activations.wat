;; sigmoid and tanh of pairs of float64, operation by operation as in engine/math/activations.ts and
;; exp.ts; where those branch, all branches are computed and a mask picks. All places are in bytes.

(func (export "s") (param $out i32) (param $in i32) (param $length i32)
  (local $end i32)
  (local $x v128) (local $a v128) (local $k v128) (local $high v128) (local $low v128)
  (local $r v128) (local $r2 v128) (local $rest v128) (local $e v128)
  (local.set $end (i32.add (local.get $in) (local.get $length)))
  (loop $pairs
    (local.set $x (v128.load (local.get $in)))
    ;; e = exp(-|x|)
    (local.set $a (f64x2.neg (f64x2.abs (local.get $x))))
    (local.set $k (f64x2.trunc (f64x2.sub
      (f64x2.mul (local.get $a) (v128.const f64x2 1.442695040888963387 1.442695040888963387))
      (v128.const f64x2 0.5 0.5))))
    (local.set $high (f64x2.sub (local.get $a) (f64x2.mul (local.get $k)
      (v128.const f64x2 6.9314718036912381649e-1 6.9314718036912381649e-1))))
    (local.set $low (f64x2.mul (local.get $k)
      (v128.const f64x2 1.90821492927058770002e-10 1.90821492927058770002e-10)))
    (local.set $r (f64x2.sub (local.get $high) (local.get $low)))
    (local.set $r2 (f64x2.mul (local.get $r) (local.get $r)))
    (local.set $rest (f64x2.sub (local.get $r) (f64x2.mul (local.get $r2)
      (f64x2.add (v128.const f64x2 1.66666666666666019037e-1 1.66666666666666019037e-1) (f64x2.mul (local.get $r2)
      (f64x2.add (v128.const f64x2 -2.77777777770155933842e-3 -2.77777777770155933842e-3) (f64x2.mul (local.get $r2)
      (f64x2.add (v128.const f64x2 6.61375632143793436117e-5 6.61375632143793436117e-5) (f64x2.mul (local.get $r2)
      (f64x2.add (v128.const f64x2 -1.6533902205465251539e-6 -1.6533902205465251539e-6) (f64x2.mul (local.get $r2)
      (v128.const f64x2 4.13813679705723846039e-8 4.13813679705723846039e-8))))))))))))
    (local.set $e (f64x2.sub (v128.const f64x2 1 1) (f64x2.sub
      (f64x2.sub (local.get $low) (f64x2.div
        (f64x2.mul (local.get $r) (local.get $rest))
        (f64x2.sub (v128.const f64x2 2 2) (local.get $rest))))
      (local.get $high))))
    ;; times 2^k by way of 2^(k + 1000), which is never subnormal. The last bits of k + 1000 + 1023 + 1.5 · 2^52
    ;; are the exponent of 2^(k + 1000)
    (local.set $e (f64x2.mul
      (f64x2.mul (local.get $e) (i64x2.shl
        (f64x2.add (local.get $k) (v128.const f64x2 6755399441057767 6755399441057767))
        (i32.const 52)))
      (v128.const f64x2 0x1p-1000 0x1p-1000)))
    (local.set $e (v128.and (local.get $e)
      (f64x2.ge (local.get $a) (v128.const f64x2 -745.1332191019411 -745.1332191019411))))
    ;; 1 / (1 + e) or e / (1 + e); what is not a number stays so
    (v128.store (local.get $out) (v128.bitselect
      (f64x2.div
        (v128.bitselect (v128.const f64x2 1 1) (local.get $e) (f64x2.ge (local.get $x) (v128.const f64x2 0 0)))
        (f64x2.add (v128.const f64x2 1 1) (local.get $e)))
      (local.get $x)
      (f64x2.eq (local.get $x) (local.get $x))))
    (local.set $out (i32.add (local.get $out) (i32.const 16)))
    (br_if $pairs
      (i32.lt_u (local.tee $in (i32.add (local.get $in) (i32.const 16))) (local.get $end)))))

(func (export "h") (param $out i32) (param $in i32) (param $length i32)
  (local $end i32)
  (local $x v128) (local $size v128) (local $isLarge v128) (local $a v128) (local $k v128)
  (local $high v128) (local $low v128) (local $r v128) (local $lost v128) (local $half v128) (local $hxs v128)
  (local $r1 v128) (local $t v128) (local $q v128) (local $e v128) (local $up v128) (local $down v128)
  (local.set $end (i32.add (local.get $in) (local.get $length)))
  (loop $pairs
    (local.set $x (v128.load (local.get $in)))
    (local.set $size (f64x2.abs (local.get $x)))
    (local.set $isLarge (f64x2.ge (local.get $size) (v128.const f64x2 1 1)))
    ;; t = expm1(a), a = 2 |x| or -2 |x|; k is 0 up to |a| = ½ ln 2, -1 down to a = -³⁄₂ ln 2
    (local.set $a (f64x2.mul (local.get $size)
      (v128.bitselect (v128.const f64x2 2 2) (v128.const f64x2 -2 -2) (local.get $isLarge))))
    (local.set $k (f64x2.trunc (f64x2.add
      (f64x2.mul (local.get $a) (v128.const f64x2 1.442695040888963387 1.442695040888963387))
      (v128.bitselect (v128.const f64x2 0.5 0.5) (v128.const f64x2 -0.5 -0.5) (local.get $isLarge)))))
    (local.set $k (v128.bitselect (v128.const f64x2 -1 -1) (local.get $k) (v128.andnot
      (f64x2.gt (local.get $a) (v128.const f64x2 -1.0397207708399179 -1.0397207708399179))
      (local.get $isLarge))))
    (local.set $k (v128.and (local.get $k) (v128.or (local.get $isLarge)
      (f64x2.lt (local.get $a) (v128.const f64x2 -0.34657359027997264 -0.34657359027997264)))))
    (local.set $high (f64x2.sub (local.get $a) (f64x2.mul (local.get $k)
      (v128.const f64x2 6.9314718036912381649e-1 6.9314718036912381649e-1))))
    (local.set $low (f64x2.mul (local.get $k)
      (v128.const f64x2 1.90821492927058770002e-10 1.90821492927058770002e-10)))
    (local.set $r (f64x2.sub (local.get $high) (local.get $low)))
    (local.set $lost (f64x2.sub (f64x2.sub (local.get $high) (local.get $r)) (local.get $low)))
    (local.set $half (f64x2.mul (v128.const f64x2 0.5 0.5) (local.get $r)))
    (local.set $hxs (f64x2.mul (local.get $r) (local.get $half)))
    (local.set $r1 (f64x2.add (v128.const f64x2 1 1) (f64x2.mul (local.get $hxs)
      (f64x2.add (v128.const f64x2 -3.33333333333331316428e-2 -3.33333333333331316428e-2) (f64x2.mul (local.get $hxs)
      (f64x2.add (v128.const f64x2 1.58730158725481460165e-3 1.58730158725481460165e-3) (f64x2.mul (local.get $hxs)
      (f64x2.add (v128.const f64x2 -7.93650757867487942473e-5 -7.93650757867487942473e-5) (f64x2.mul (local.get $hxs)
      (f64x2.add (v128.const f64x2 4.00821782732936239552e-6 4.00821782732936239552e-6) (f64x2.mul (local.get $hxs)
      (v128.const f64x2 -2.01099218183624371326e-7 -2.01099218183624371326e-7))))))))))))
    (local.set $t (f64x2.sub (v128.const f64x2 3 3) (f64x2.mul (local.get $r1) (local.get $half))))
    (local.set $q (f64x2.mul (local.get $hxs) (f64x2.div
      (f64x2.sub (local.get $r1) (local.get $t))
      (f64x2.sub (v128.const f64x2 6 6) (f64x2.mul (local.get $r) (local.get $t))))))
    (local.set $e (f64x2.sub
      (f64x2.sub
        (f64x2.mul (local.get $r) (f64x2.sub (local.get $q) (local.get $lost)))
        (local.get $lost))
      (local.get $hxs)))
    ;; 2^k and 2^-k, as above
    (local.set $up (i64x2.shl
      (f64x2.add (local.get $k) (v128.const f64x2 6755399441056767 6755399441056767)) (i32.const 52)))
    (local.set $down (i64x2.shl
      (f64x2.sub (v128.const f64x2 6755399441056767 6755399441056767) (local.get $k)) (i32.const 52)))
    ;; k < -1 or k > 56
    (local.set $t (f64x2.sub
      (f64x2.mul
        (f64x2.sub (v128.const f64x2 1 1) (f64x2.sub (local.get $e) (local.get $r)))
        (local.get $up))
      (v128.const f64x2 1 1)))
    ;; 0 < k ≤ 56
    (local.set $t (v128.bitselect
      (f64x2.mul
        (f64x2.add
          (f64x2.sub (local.get $r) (f64x2.add (local.get $e) (local.get $down)))
          (v128.const f64x2 1 1))
        (local.get $up))
      (local.get $t)
      (v128.and
        (f64x2.gt (local.get $k) (v128.const f64x2 0 0))
        (f64x2.le (local.get $k) (v128.const f64x2 56 56)))))
    ;; 0 < k < 20
    (local.set $t (v128.bitselect
      (f64x2.mul
        (f64x2.sub
          (f64x2.sub (v128.const f64x2 1 1) (local.get $down))
          (f64x2.sub (local.get $e) (local.get $r)))
        (local.get $up))
      (local.get $t)
      (v128.and
        (f64x2.gt (local.get $k) (v128.const f64x2 0 0))
        (f64x2.lt (local.get $k) (v128.const f64x2 20 20)))))
    ;; k = -1
    (local.set $t (v128.bitselect
      (f64x2.sub
        (f64x2.mul (v128.const f64x2 0.5 0.5) (f64x2.sub (local.get $r) (local.get $e)))
        (v128.const f64x2 0.5 0.5))
      (local.get $t)
      (f64x2.eq (local.get $k) (v128.const f64x2 -1 -1))))
    ;; k = 0
    (local.set $t (v128.bitselect
      (f64x2.sub (local.get $r)
        (f64x2.sub (f64x2.mul (local.get $r) (local.get $q)) (local.get $hxs)))
      (local.get $t)
      (f64x2.eq (local.get $k) (v128.const f64x2 0 0))))
    ;; 1 - 2 / (t + 2) or -t / (t + 2), 1 from |x| = 22 on, with the sign of x
    (local.set $q (f64x2.div
      (v128.bitselect (v128.const f64x2 2 2) (f64x2.neg (local.get $t)) (local.get $isLarge))
      (f64x2.add (local.get $t) (v128.const f64x2 2 2))))
    (local.set $q (v128.bitselect
      (f64x2.sub (v128.const f64x2 1 1) (local.get $q)) (local.get $q) (local.get $isLarge)))
    (local.set $q (v128.bitselect (v128.const f64x2 1 1) (local.get $q)
      (f64x2.ge (local.get $size) (v128.const f64x2 22 22))))
    (local.set $q (v128.or (local.get $q) (v128.and (local.get $x) (v128.const f64x2 -0 -0))))
    ;; what is smaller, and what is not a number, stays as it is
    (v128.store (local.get $out) (v128.bitselect (local.get $q) (local.get $x)
      (f64x2.ge (local.get $size) (v128.const f64x2 2.7755575615628914e-17 2.7755575615628914e-17))))
    (local.set $out (i32.add (local.get $out) (i32.const 16)))
    (br_if $pairs
      (i32.lt_u (local.tee $in (i32.add (local.get $in) (i32.const 16))) (local.get $end)))))
